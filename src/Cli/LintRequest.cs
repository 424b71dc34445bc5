using Dockerlint.Linting.Config;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>What the command line of <c>lint</c> asks for.</summary>
/// <param name="Paths">Files, directories, or <c>-</c>.</param>
/// <param name="Flags">What flags say of the configuration: stronger than any file.</param>
internal sealed record LintRequest(IReadOnlyList<string> Paths, ConfigLayer Flags)
{
    /// <summary>Output formats by name; the first output belongs to the first format.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>Files to write to, paired with the formats in order; <c>-</c> and what is missing mean standard output.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>The configuration file; null to look for one.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Whether colours may be used where they can be seen.</summary>
    public bool MayColor { get; init; } = true;

    /// <summary>Whether a search leaves out what git ignores.</summary>
    public bool RespectsGitIgnore { get; init; } = true;

    /// <summary>How many files are linted at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Whether to tell what took how long.</summary>
    public bool ShowsTimings { get; init; }

    /// <summary>Whether to tell what was left out and why.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>The path to report in place of every file's own.</summary>
    public string? ReportedPath { get; init; }

    /// <summary>The build context; null to look for one.</summary>
    public string? Context { get; init; }

    /// <summary>Whether scripts beside a Dockerfile are checked with it.</summary>
    public bool ChecksScripts { get; init; }

    /// <summary>What is to be fixed; null when nothing is.</summary>
    public FixRequest? Fixing { get; init; }

    /// <summary>A file with further paths, <c>-</c> for standard input; null when there is none.</summary>
    public string? FilesFrom { get; init; }

    /// <summary>The part of all files that is linted; null for all of them.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The file of the findings that are known; null when all are new.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether that file is written and not read.</summary>
    public bool WritesBaseline { get; init; }

    /// <summary>The git revision since which lines count as new; null for all lines.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>Whether the findings of each rule are counted.</summary>
    public bool ShowsStatistics { get; init; }

    /// <summary>Whether to lint again whenever a file changes.</summary>
    public bool Watches { get; init; }

    /// <summary>The rule to explain instead of linting; null to lint.</summary>
    public string? ExplainedRule { get; init; }

    /// <summary>Whether findings are written to a terminal while they come.</summary>
    public bool ShowsFindingsOnTerminal =>
        FindingsGoToError || (!Console.IsOutputRedirected && (Outputs.Count == 0 || Outputs.Contains("-")));

    /// <summary>Whether standard output is taken by a diff or by fixed text, so that findings go to standard error.</summary>
    public bool FindingsGoToError => Fixing is { IsDryRun: true } || (Fixing is not null && Paths.Contains("-"));
}
