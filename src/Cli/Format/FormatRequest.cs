namespace Dockerlint.Cli;

/// <summary>What the command line of <c>fmt</c> asks for.</summary>
/// <param name="Paths">Files, directories, or <c>-</c>.</param>
internal sealed record FormatRequest(IReadOnlyList<string> Paths)
{
    /// <summary>Whether nothing is written, and files that would change are named.</summary>
    internal bool IsCheck { get; init; }

    /// <summary>Whether nothing is written, and changes are shown.</summary>
    internal bool IsDiff { get; init; }

    /// <summary>Whether every cache key stays as it is.</summary>
    internal bool KeepsKeys { get; init; }

    /// <summary>The lines to format; null for all.</summary>
    internal (int First, int Last)? Range { get; init; }

    /// <summary>The path that standard input would have as a file; null for none.</summary>
    internal string? StandardInputPath { get; init; }

    /// <summary>The configuration file; null to look for one.</summary>
    internal string? ConfigFile { get; init; }

    /// <summary>A file with further paths, <c>-</c> for standard input; null when there is none.</summary>
    internal string? FilesFrom { get; init; }

    /// <summary>Whether a search leaves out what git ignores.</summary>
    internal bool RespectsGitIgnore { get; init; } = true;

    /// <summary>How many files are formatted at once.</summary>
    internal int Jobs { get; init; } = 1;
}
