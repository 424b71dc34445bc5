using Dockerlint.Cli.Config;
using Dockerlint.Formatting;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Session;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>
/// Formats the files of one run. The work may happen on several threads; files are written, and messages told, one after the other in
/// the order of the files. One bad file does not end the run.
/// </summary>
internal sealed class FormatRun(FormatRequest request)
{
    // Below that, threads cost more than they save.
    private const int FilesWorthThreads = 8;

    private readonly ConfigLoader _configs = Configurations.Loader(request.ConfigFile);
    private readonly FormatStyles _styles = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private int _count;
    private int _changed;
    private bool _hasProblems;
    private bool _hasBugs;

    /// <summary>Formats all files; the exit code.</summary>
    internal int Run()
    {
        var named = new HashSet<string>(request.Paths, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = new FileFinder(request.RespectsGitIgnore).Find(request.Paths)
            .Where(file =>
                file.Inline is null
                && (named.Contains(file.Path) || file.Builds is not null
                || !_configs.For(file.Path).Layers.Any(layer => ConfigPaths.Excludes(layer, file.Path))))
            .Where(file => file.Problem is not null || seen.Add(file.Path == "-" ? "-" : DiskPath.Full(file.Path)));
        var usesThreads = request.Jobs > 1
            && (request.Paths.Count >= FilesWorthThreads || request.Paths.Any(path => path != "-" && DiskPath.IsFolder(path)));
        foreach (var file in usesThreads ? OrderedWork<FoundFile, FormattedFile>.Run(files, Format, request.Jobs) : files.Select(Format))
        {
            Settle(file);
        }

        if (_count == 0 && !_hasProblems && _told.Count == 0)
        {
            Tell($"no Dockerfile found under {string.Join(", ", request.Paths)}");
        }

        WriteSummary();
        return _hasBugs ? ExitCode.InternalError : _hasProblems ? ExitCode.BadInput : request.IsCheck && _changed > 0 ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private FormattedFile Format(FoundFile found)
    {
        if (found.Problem is not null)
        {
            return found.IsNotice ? new FormattedFile([]) { Notice = found.Problem } : new FormattedFile([found.Problem]);
        }

        if (InputFile.TryRead(found.Path, ReadLimit.Dockerfile, out var bytes) is { } problem)
        {
            return new FormattedFile([$"cannot read {found.Path}: {problem}"]);
        }

        var path = found.Path == "-" ? request.StandardInputPath ?? "-" : found.Path;
        var config = _configs.For(path);
        if (_styles.For(path, config) is not { } style)
        {
            return new FormattedFile([.. config.Errors.Select(error => error.ToString())]);
        }

        var source = SourceText.FromBytes(bytes, found.Path);
        try
        {
            var options = new FormatOptions { Style = style, KeepsKeys = request.KeepsKeys, Range = request.Range };
            return new FormattedFile([]) { Source = SourceText.From("", path), Result = Formatter.Format(source, options) };
        }
        catch (Exception exception)
        {
            // Our bug, whatever it is: the file stays as it is, and the others are still formatted.
            return new FormattedFile([]) { Bug = $"internal error in {path}, this is a bug: {exception}" };
        }
    }

    private void Settle(FormattedFile file)
    {
        file.Problems.ToList().ForEach(Fail);
        if (file.Notice is not null)
        {
            Tell(file.Notice);
        }

        if (file.Bug is not null)
        {
            _hasBugs = true;
            Tell(file.Bug);
        }

        if (file is not { Result: { } result, Source.Path: var path })
        {
            return;
        }

        _count++;
        foreach (var (line, difference) in result.LeftAlone)
        {
            Tell($"{path}:{line}: left as it is: in the new layout {difference} would differ");
        }

        switch (result.Outcome)
        {
            case FormatOutcome.Rejected:
                foreach (var error in result.Before.Errors)
                {
                    var position = result.Before.Source.Lines.GetPosition(error.Span.Start);
                    _hasProblems = true;
                    Console.Error.WriteLine(LogLine.Disarm(VisibleText.Escape($"{path}:{position.Line}:{position.Column}: DL1000 error: "
                        + $"{error.Message}")));
                }

                break;
            case FormatOutcome.Unproved:
                _hasBugs = true;
                Tell($"{path}: left as it is: {result.Reason}; this is a bug");
                break;
            case FormatOutcome.Template:
                Tell($"{path}: left as it is: {result.Reason}");
                break;
        }

        Write(result, path);
    }

    private void Write(FormatResult result, string path)
    {
        var isChanged = result.Outcome == FormatOutcome.Formatted;
        var before = result.Before.Source;
        if (request.IsDiff)
        {
            ChangeOutput.Print(UnifiedDiff.Write(ChangeOutput.DiffPath(path), before.Text, result.Text.Text));
        }

        if (request.IsCheck && isChanged && !request.IsDiff)
        {
            ChangeOutput.Print(path + "\n");
        }

        if (!request.IsCheck && !request.IsDiff)
        {
            if (before.Path == "-")
            {
                ChangeOutput.Print(result.Text.Text);
            }
            else if (isChanged && ChangeOutput.Write(before, result.Text) is { } problem)
            {
                Fail($"cannot write {path}: {problem}");
                return;
            }
        }

        _changed += isChanged ? 1 : 0;
        if (!result.Rebuilt.IsEmpty)
        {
            Console.Error.WriteLine(LogLine.Disarm(VisibleText.Escape($"{path}: {Describe(result.Rebuilt)}")));
        }
    }

    private static string Describe(RebuiltSteps rebuilt)
    {
        var certain = Count(rebuilt.Lines.Count, "step rebuilds", "steps rebuild") + Lines(rebuilt.Lines);
        var perhaps = Count(rebuilt.Perhaps.Count, "step rebuilds", "steps rebuild") + " if the files it takes differ"
            + Lines(rebuilt.Perhaps);
        return rebuilt.Perhaps.Count == 0 ? certain : rebuilt.Lines.Count == 0 ? perhaps : $"{certain}; {perhaps}";
    }

    private static string Lines(IReadOnlyList<int> lines) => $": line{(lines.Count == 1 ? "" : "s")} {string.Join(", ", lines)}";

    private static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    private void WriteSummary()
    {
        if (_count == 0 || (request.Paths is ["-"] && !request.IsCheck))
        {
            return;
        }

        var verb = request.IsCheck || request.IsDiff ? "would be formatted" : "formatted";
        Console.Error.WriteLine($"{_changed} of {Count(_count, "file", "files")} {verb}");
    }

    private void Fail(string problem)
    {
        _hasProblems = true;
        Tell(problem);
    }

    // A broken configuration is told once, not for each of its files.
    private void Tell(string message)
    {
        if (_told.Add(message))
        {
            Problems.Tell(message);
        }
    }
}
