namespace Dockerlint.Playground;

/// <summary>What is in force at the cursor.</summary>
/// <param name="Stage">The stage; null before the first one.</param>
/// <param name="Variables">The variables.</param>
/// <param name="User">The user; null when none was set.</param>
/// <param name="Workdir">The working directory; null when it is not known.</param>
/// <param name="Shell">The words of the shell; null for the default.</param>
internal sealed record VariablesAnswer(string? Stage, ShownVariable[] Variables, string? User, string? Workdir, string? Shell);
