using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>The findings of a run.</summary>
/// <param name="ToolVersion">Version of the program.</param>
/// <param name="Files">Every file that was read, also those without findings. It may be made while it is read: go through it once.</param>
/// <param name="Rules">The rules that ran.</param>
public sealed record RunResult(string ToolVersion, IEnumerable<FileResult> Files, IReadOnlyList<RuleInfo> Rules)
{
    /// <summary>The absolute folder that relative paths start from, with <c>/</c> between its parts; null if not to be told.</summary>
    public string? Root { get; init; }

    /// <summary>The path to show in place of every file's own in the formats of build servers; null for the file's own.</summary>
    public string? ReportedPath { get; init; }

    /// <summary>When the run began, for the formats that tell it.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>The rule of a finding; null for one without an entry.</summary>
    public RuleInfo? FindRule(string id) => Rules.FirstOrDefault(r => r.Id == id);

    internal string PathOf(FileResult file) => ReportedPath ?? file.Source.Path;
}
