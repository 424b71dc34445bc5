namespace Dockerlint.Playground;

/// <summary>What fixing or formatting comes to.</summary>
/// <param name="Text">The Dockerfile afterwards.</param>
/// <param name="Diff">The change as a unified diff; empty when there is none.</param>
/// <param name="Said">What was done, or why nothing was.</param>
/// <param name="Ignore">The .dockerignore file afterwards; null when it does not change.</param>
/// <param name="Left">How many findings are left; null where nothing was linted.</param>
internal sealed record ChangeAnswer(string Text, string Diff, string[] Said, string? Ignore, int? Left);
