namespace Dockerlint.Playground;

/// <summary>A replacement.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Text">What stands there afterwards.</param>
internal sealed record ShownEdit(int From, int To, string Text);
