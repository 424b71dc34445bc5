using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.ShellCheck;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>Lints files while their results are asked for, and remembers what the exit code has to be. One bad file does not end the run.</summary>
internal sealed class LintRun(Linter linter, LintRequest request, LintTimings? timings, ShellChecker? shellChecker)
{
    // Below that, threads cost more than they save.
    private const int FilesWorthThreads = 8;

    // One ShellCheck process serves so many files: starting one costs as much as reading several scripts.
    private const int FilesPerProcess = 16;

    private bool _hasProblems;
    private bool _hasBugs;
    private bool _hasFindings;

    /// <summary>Complete only when all results were taken.</summary>
    internal int ExitCode => _hasBugs ? Cli.ExitCode.InternalError
        : _hasProblems || Fixing?.HasFailed == true ? Cli.ExitCode.BadInput
        : _hasFindings ? Cli.ExitCode.Findings
        : Cli.ExitCode.Clean;

    /// <summary>The results in the order of the files. What cannot be read is told on standard error, in the same order.</summary>
    internal IEnumerable<FileResult> Results()
    {
        var found = new FileFinder(request.RespectsGitIgnore).Find(request.Paths);
        var usesThreads = request.Jobs > 1 && (request.Paths.Count >= FilesWorthThreads || request.Paths.Any(Directory.Exists));
        var count = 0;
        var batches = found.Chunk(shellChecker is null ? 1 : FilesPerProcess);
        var results = usesThreads ? OrderedWork<FoundFile[], IReadOnlyList<(FileResult?, string?)>>.Run(batches, Lint, request.Jobs) : batches.Select(Lint);
        foreach (var (file, problem) in results.SelectMany(batch => batch))
        {
            if (problem is not null)
            {
                _hasProblems = true;
                Problems.Tell(problem);
            }

            if ((proposal is null ? linted : Fixing!.Settle(proposal)) is { } file)
            {
                count++;
                Remember(file.Diagnostics);
                yield return file;
            }
        }

        if (count == 0 && !_hasProblems)
        {
            Problems.Tell($"no Dockerfile found under {string.Join(", ", request.Paths)}");
        }
    }

    private void Remember(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            _hasBugs |= diagnostic.RuleId == Linter.InternalErrorId;
            _hasFindings |= diagnostic.Severity <= request.Threshold;
        }
    }

    private IReadOnlyList<(FileResult? File, string? Problem)> Lint(FoundFile[] batch)
    {
        var read = batch.Select(Read).ToList();
        var foreign = CheckScripts([.. read.Select(file => file.Source).OfType<SourceText>()], out var failure);
        var results = new List<(FileResult?, string?)>();
        var index = 0;
        foreach (var (source, problem) in read)
        {
            results.Add(source is null ? (null, problem) : Lint(source, foreign[index++]));
        }

        if (failure is not null)
        {
            results.Add((null, failure));
        }

        return results;
    }

    // A ShellCheck that fails ends nothing unless it is required.
    private IReadOnlyList<IReadOnlyList<Diagnostic>> CheckScripts(IReadOnlyList<SourceText> sources, out string? failure)
    {
        failure = null;
        if (shellChecker is null)
        {
            return [.. sources.Select(_ => (IReadOnlyList<Diagnostic>)[])];
        }

        using var stopwatch = timings?.StartPart(LintTimings.ShellCheck);
        if (shellChecker.Check(sources, out var findings) is { } problem)
        {
            if (request.ShellCheck == ShellCheckMode.Required)
            {
                failure = problem;
            }
            else
            {
                Problems.Tell(problem);
            }
        }

        return findings;
    }

    private (SourceText? Source, string? Problem) Read(FoundFile found)
    {
        if (found.Problem is not null)
        {
            return (null, $"cannot search {found.Path}: {found.Problem}", null);
        }

        using var stopwatch = timings?.StartPart(LintTimings.Reading);
        return InputFile.TryRead(found.Path, out var bytes) is { } problem
            ? (null, $"cannot read {found.Path}: {problem}")
            : (SourceText.FromBytes(bytes, found.Path), null);
    }

    private (FileResult? File, string? Problem) Lint(SourceText source, IReadOnlyList<Diagnostic> foreign)
    {
        using var stopwatch = timings?.StartFile();
        try
        {
            return (new FileResult(source, linter.Lint(new LintInput(source) { Foreign = foreign }, stopwatch).Diagnostics), null);
        }
        catch (Exception exception)
        {
            // Our bug, whatever it is: it is told like a finding of this file, and the other files are still linted.
            var finding = new Diagnostic(Linter.InternalErrorId, Severity.Error, $"linting failed: {exception.Message}", new TextSpan(0, 0));
            return (new FileResult(source, [finding]), $"internal error in {source.Path}, this is a bug: {exception}");
        }
    }
}
