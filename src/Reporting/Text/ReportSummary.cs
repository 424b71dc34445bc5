using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>Counts what a report holds, for its last line.</summary>
internal sealed class ReportSummary
{
    private readonly SortedDictionary<Severity, int> _bySeverity = [];
    private int _files;
    private int _filesWithFindings;
    private int _findings;
    private int _safe;
    private int _unsafe;

    /// <summary>Whether nothing was found.</summary>
    internal bool IsClean => _findings == 0;

    /// <summary>One more file.</summary>
    internal void Add(FileResult file)
    {
        _files++;
        _filesWithFindings += file.Diagnostics.Count > 0 ? 1 : 0;
        foreach (var finding in file.Diagnostics)
        {
            _findings++;
            _bySeverity[finding.Severity] = _bySeverity.GetValueOrDefault(finding.Severity) + 1;
            _safe += finding.Fixes.Any(fix => fix.Applicability == Applicability.Safe) ? 1 : 0;
            _unsafe += finding.Fixes.All(fix => fix.Applicability != Applicability.Safe)
                && finding.Fixes.Any(fix => fix.Applicability == Applicability.Unsafe) ? 1 : 0;
        }
    }

    /// <summary>How many findings there are, how grave and where.</summary>
    internal string Findings => IsClean ? $"{Count(_files, "file")}, nothing found"
        : $"{Count(_findings, "finding")} ({string.Join(", ", _bySeverity.Select(pair => Named(pair.Value, pair.Key)))}) in "
            + (_files == 1 ? "1 file" : $"{_filesWithFindings} of {_files} files");

    /// <summary>How many of them can be fixed; empty when none can.</summary>
    internal string Fixable => (_safe, _unsafe) switch
    {
        (0, 0) => "",
        (0, var others) => $"{others} can be fixed with --fix --unsafe-fixes",
        (var some, 0) => $"{some} can be fixed with --fix",
        var (some, others) => $"{some} can be fixed with --fix, {others} more with --unsafe-fixes",
    };

    private static string Named(int count, Severity severity) =>
        severity is Severity.Error or Severity.Warning ? Count(count, SeverityName.Of(severity)) : $"{count} {SeverityName.Of(severity)}";

    private static string Count(int count, string name) => $"{count} {name}{(count == 1 ? "" : "s")}";
}
