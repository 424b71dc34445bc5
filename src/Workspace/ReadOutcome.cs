namespace Dockerlint.Workspace;

/// <summary>What reading gave: the files, or why there are none.</summary>
/// <param name="Files">The files; null when something went wrong.</param>
/// <param name="Problem">What went wrong, with the path; null when nothing did.</param>
public sealed record ReadOutcome(BuildFiles? Files, string? Problem)
{
    internal static ReadOutcome Failed(string problem) => new(null, problem);
}
