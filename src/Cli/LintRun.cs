using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>Lints files while their results are asked for, and remembers what the exit code has to be. One bad file does not end the run.</summary>
internal sealed class LintRun(Linter linter, LintRequest request, LintTimings? timings)
{
    // Below that, threads cost more than they save.
    private const int FilesWorthThreads = 8;

    private bool _hasProblems;
    private bool _hasBugs;
    private bool _hasFindings;

    /// <summary>Complete only when all results were taken.</summary>
    internal int ExitCode => _hasBugs ? Cli.ExitCode.InternalError
        : _hasProblems ? Cli.ExitCode.BadInput
        : _hasFindings ? Cli.ExitCode.Findings
        : Cli.ExitCode.Clean;

    /// <summary>The results in the order of the files. What cannot be read is told on standard error, in the same order.</summary>
    internal IEnumerable<FileResult> Results()
    {
        var found = new FileFinder(request.RespectsGitIgnore).Find(request.Paths);
        var usesThreads = request.Jobs > 1 && (request.Paths.Count >= FilesWorthThreads || request.Paths.Any(Directory.Exists));
        var count = 0;
        foreach (var (file, problem) in usesThreads ? OrderedWork<FoundFile, (FileResult?, string?)>.Run(found, Lint, request.Jobs) : found.Select(Lint))
        {
            if (problem is not null)
            {
                _hasProblems = true;
                Problems.Tell(problem);
            }

            if (file is not null)
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

    private (FileResult? File, string? Problem) Lint(FoundFile found)
    {
        if (found.Problem is not null)
        {
            return (null, $"cannot search {found.Path}: {found.Problem}");
        }

        using var stopwatch = timings?.StartFile();
        stopwatch?.Begin(LintTimings.Reading);
        if (InputFile.TryRead(found.Path, out var bytes) is { } problem)
        {
            return (null, $"cannot read {found.Path}: {problem}");
        }

        var source = SourceText.FromBytes(bytes, found.Path);
        try
        {
            var result = linter.Lint(new LintInput(source), stopwatch);
            return (new FileResult(source, result.Diagnostics) { Suppressed = result.Suppressed }, null);
        }
        catch (Exception exception)
        {
            // Our bug, whatever it is: it is told like a finding of this file, and the other files are still linted.
            var finding = new Diagnostic(Linter.InternalErrorId, Severity.Error, $"linting failed: {exception.Message}", new TextSpan(0, 0));
            return (new FileResult(source, [finding]), $"internal error in {found.Path}, this is a bug: {exception}");
        }
    }
}
