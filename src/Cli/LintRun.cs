using Dockerlint.Cli.Config;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Reporting;
using Dockerlint.ShellCheck;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>Lints files while their results are asked for, and remembers what the exit code has to be. One bad file does not end the run.</summary>
internal sealed class LintRun(LinterPool pool, LintRequest request, LintTimings? timings, ShellChecker? shellChecker)
{
    // Below that, threads cost more than they save.
    private const int FilesWorthThreads = 8;

    // One ShellCheck process serves so many files: starting one costs as much as reading several scripts.
    private const int FilesPerProcess = 16;

    private readonly BuildContexts _contexts = new(request.Context);
    private bool _hasProblems;
    private bool _hasBugs;
    private bool _hasFindings;

    /// <summary>The fixing that goes with it; null when nothing is to be fixed.</summary>
    internal FixRun? Fixing { get; } = request.Fixing is { } fixing ? new FixRun(fixing) : null;

    /// <summary>Complete only when all results were taken.</summary>
    internal int ExitCode => _hasBugs ? Cli.ExitCode.InternalError
        : _hasProblems || Fixing?.HasFailed == true ? Cli.ExitCode.BadInput
        : _hasFindings ? Cli.ExitCode.Findings
        : Cli.ExitCode.Clean;

    /// <summary>The results in the order of the files. What cannot be read is told on standard error, in the same order.</summary>
    internal IEnumerable<FileResult> Results()
    {
        var found = new FileFinder(request.RespectsGitIgnore).Find(request.Paths)
            .Where(file => request.Paths.Contains(file.Path) || !pool.Excludes(file.Path));
        var usesThreads = request.Jobs > 1 && (request.Paths.Count >= FilesWorthThreads || request.Paths.Any(Directory.Exists));
        var batches = found.Chunk(shellChecker is null ? 1 : FilesPerProcess);
        var results = usesThreads ? OrderedWork<FoundFile[], IReadOnlyList<LintedFile>>.Run(batches, Lint, request.Jobs) : batches.Select(Lint);
        var count = 0;
        foreach (var linted in results.SelectMany(batch => batch))
        {
            foreach (var problem in linted.Problems)
            {
                _hasProblems = true;
                Problems.Tell(problem);
            }

            if ((linted.Proposal is null ? linted.File : Fixing!.Settle(linted.Proposal)) is { } file)
            {
                count++;
                Remember(file.Diagnostics, linted.Threshold);
                yield return file;
            }
        }

        if (count == 0 && !_hasProblems)
        {
            Problems.Tell($"no Dockerfile found under {string.Join(", ", request.Paths)}");
        }
    }

    private void Remember(IReadOnlyList<Diagnostic> diagnostics, Severity threshold)
    {
        foreach (var diagnostic in diagnostics)
        {
            _hasBugs |= diagnostic.RuleId == Linter.InternalErrorId;
            _hasFindings |= diagnostic.Severity <= threshold;
        }
    }

    private IReadOnlyList<LintedFile> Lint(FoundFile[] batch)
    {
        var read = batch.Select(Read).ToList();
        var foreign = CheckScripts([.. read.Select(file => file.Source).OfType<SourceText>()], out var failure);
        var results = new List<LintedFile>();
        var index = 0;
        foreach (var (source, problem) in read)
        {
            results.Add(source is null ? LintedFile.Failed(problem!) : Lint(source, foreign[index++]));
        }

        if (failure is not null)
        {
            results.Add(LintedFile.Failed(failure));
        }

        return results;
    }

    // A ShellCheck that fails ends nothing unless it is required.
    private IReadOnlyList<IReadOnlyList<Diagnostic>> CheckScripts(IReadOnlyList<SourceText> sources, out string? failure)
    {
        failure = null;
        if (shellChecker is null || sources.Count == 0)
        {
            return [.. sources.Select(_ => (IReadOnlyList<Diagnostic>)[])];
        }

        using var stopwatch = timings?.StartPart(LintTimings.ShellCheck);
        if (shellChecker.Check(sources, out var findings) is { } problem)
        {
            if (pool.For(sources[0].Path, out _)?.Config.ShellCheck.Value == ShellCheckMode.Required)
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
            return (null, $"cannot search {found.Path}: {found.Problem}");
        }

        using var stopwatch = timings?.StartPart(LintTimings.Reading);
        return InputFile.TryRead(found.Path, out var bytes) is { } problem
            ? (null, $"cannot read {found.Path}: {problem}")
            : (SourceText.FromBytes(bytes, found.Path), null);
    }

    private LintedFile Lint(SourceText source, IReadOnlyList<Diagnostic> foreign)
    {
        if (pool.For(source.Path, out var errors) is not { } configured)
        {
            return new LintedFile { Problems = [.. errors.Select(error => error.ToString())] };
        }

        using var stopwatch = timings?.StartFile();
        var (config, linter) = (configured.Config, configured.Linter);
        try
        {
            var context = _contexts.For(source.Path);
            var input = new LintInput(source) { Foreign = Weigh(foreign, config), Context = context?.Context };
            if (Fixing is not null)
            {
                return new LintedFile { Threshold = config.FailureThreshold.Value, Proposal = Fixing.Fix(linter, input, context?.IgnorePath) };
            }

            var result = linter.Lint(input, stopwatch);
            return new LintedFile
            {
                Threshold = config.FailureThreshold.Value,
                File = new FileResult(source, result.Diagnostics) { Suppressed = result.Suppressed },
            };
        }
        catch (Exception exception)
        {
            // Our bug, whatever it is: it is told like a finding of this file, and the other files are still linted.
            var finding = new Diagnostic(Linter.InternalErrorId, Severity.Error, $"linting failed: {exception.Message}", new TextSpan(0, 0));
            return new LintedFile { File = new FileResult(source, [finding]), Problems = [$"internal error in {source.Path}, this is a bug: {exception}"] };
        }
    }

    private static IReadOnlyList<Diagnostic> Weigh(IReadOnlyList<Diagnostic> foreign, ResolvedConfig config) => config.ShellCheckSeverities.Length == 0
        ? foreign
        :
        [
            .. foreign.Select(finding => finding with { Severity = config.ShellCheckSeverity(finding.RuleId, finding.Severity) })
                .Where(finding => finding.Severity != Severity.Ignore),
        ];
}
