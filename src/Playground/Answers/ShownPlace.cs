namespace Dockerlint.Playground;

/// <summary>Another place that explains a finding.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is there.</param>
internal sealed record ShownPlace(int From, int To, int Line, string Message);
