using System.Text;
using Dockerlint.Linting;
using Dockerlint.Linting.Baseline;
using Dockerlint.Linting.Config;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>
/// Leaves out the findings that were there before: those of a baseline, and those on lines that are as in a git revision.
/// </summary>
internal sealed class NewFindings : IDisposable
{
    private readonly string? _baselineFolder;
    private readonly FindingBaseline? _baseline;
    private readonly ChangedLines? _changes;
    private readonly List<BaselineEntry>? _written;
    private BaselineFilter? _filter;

    private NewFindings(string? baselineFile, FindingBaseline? baseline, ChangedLines? changes, bool isWriting)
    {
        _baselineFolder = baselineFile is null ? null : Path.GetDirectoryName(DiskPath.Full(baselineFile));
        _baseline = baseline;
        _changes = changes;
        _written = isWriting ? [] : null;
    }

    /// <summary>How many findings go into the baseline that is written.</summary>
    internal int Written => _written?.Count ?? 0;

    /// <summary>Whether something could not be found out, which has been told.</summary>
    internal bool HasProblems { get; private set; }

    /// <summary>Whether <see cref="Begin"/> needs the paths of all files beforehand.</summary>
    internal bool NeedsPaths => _baseline is not null;

    /// <summary>Reads what is needed; null when that cannot be done, which is told.</summary>
    internal static NewFindings? Create(LintRequest request)
    {
        FindingBaseline? baseline = null;
        if (request is { Baseline: { } file, WritesBaseline: false })
        {
            if (InputFile.TryRead(file, ReadLimit.Baseline, out var bytes) is { } unreadable)
            {
                Problems.Tell($"cannot read {file}: {unreadable}");
                return null;
            }

            var errors = new List<ConfigError>();
            baseline = FindingBaseline.Read(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), file, errors);
            if (baseline is null)
            {
                errors.ForEach(error => Problems.Tell(error.ToString()));
                return null;
            }
        }

        ChangedLines? changes = null;
        if (request.ChangedSince is { } revision)
        {
            changes = ChangedLines.Since(".", revision, out var problem);
            if (changes is null)
            {
                Problems.Tell($"cannot tell what changed since {revision}: {problem}");
                return null;
            }
        }

        return new NewFindings(request.Baseline, baseline, changes, request.WritesBaseline);
    }

    /// <summary>Is told all files of the run, so that findings of a renamed file are known again.</summary>
    internal void Begin(IEnumerable<string> paths) => _filter = _baseline?.FilterFor(
        paths.Select(Key).Concat(
            _baseline.Entries.Select(entry => entry.File).Distinct().Where(file => DiskPath.IsFile(Path.Combine(_baselineFolder!, file)))));

    /// <summary>The findings of a file that are new; is asked once for each file, in order.</summary>
    internal FileResult Of(FileResult file)
    {
        if (_written is null && _filter is null && _changes is null)
        {
            return file;
        }

        var key = Key(file.Source.Path);
        var fingerprints = FindingFingerprint.Of(file.Source, file.Diagnostics);
        if (_written is not null)
        {
            _written.AddRange(file.Diagnostics.Select((finding, index) => (finding, index)).Where(item => !IsBug(item.finding))
                .Select(item => new BaselineEntry(key, item.finding.RuleId, fingerprints[item.index])));
            return file with { Diagnostics = [.. file.Diagnostics.Where(IsBug)] };
        }

        var changed = file.Diagnostics.Count > 0 && file.Source.Path != "-" ? _changes?.Of(Real(file.Source.Path), file.Source) : null;
        if (changed?.Problem is { } unknown)
        {
            HasProblems = true;
            Problems.Tell($"{file.Source.Path}: cannot tell what changed, so everything counts as new: {unknown}");
        }

        return file with
        {
            Diagnostics = [.. file.Diagnostics.Where((finding, index) =>
                IsBug(finding) || (_filter?.IsKnown(key, fingerprints[index]) != true && changed?.Touches(Lines(file, finding)) != false))],
        };
    }

    /// <summary>Writes the baseline; null when it went well, else what went wrong.</summary>
    internal string? Write(string path) =>
        AtomicFile.TryWrite(path, output => output.Write(Encoding.UTF8.GetBytes(FindingBaseline.Write(_written!))));

    public void Dispose() => _changes?.Dispose();

    private static bool IsBug(Diagnostic finding) => finding.RuleId == Linter.InternalErrorId;

    private static LineRange Lines(FileResult file, Diagnostic finding)
    {
        var lines = file.Source.Lines;
        return new LineRange(
            lines.GetPosition(finding.Span.Start).Line, lines.GetPosition(Math.Max(finding.Span.Start, finding.Span.End - 1)).Line);
    }

    // Git tells the top of its tree without links; so the folder of a file is named without them, too.
    private static string Real(string path)
    {
        var full = DiskPath.Full(path);
        return Path.Combine(RealFolder(Path.GetDirectoryName(full) ?? full), Path.GetFileName(full));
    }

    private static string RealFolder(string folder)
    {
        if (Path.GetDirectoryName(folder) is not { } parent)
        {
            return folder;
        }

        var here = Path.Combine(RealFolder(parent), Path.GetFileName(folder));
        return DiskPath.IsFolder(here) ? DiskPath.Real(here) ?? here : here;
    }

    // Paths are told from the folder of the baseline, so that it does not matter where the program runs.
    private string Key(string path) => _baselineFolder is null || path == "-"
        ? path
        : VisibleText.WellFormed(Path.GetRelativePath(_baselineFolder, DiskPath.Full(path)).Replace(Path.DirectorySeparatorChar, '/'));
}
