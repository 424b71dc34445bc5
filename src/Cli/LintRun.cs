using Dockerlint.Cli.Config;
using Dockerlint.Linting.Config;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Semantics.Context;
using Dockerlint.Session;
using Dockerlint.ShellCheck;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>
/// Lints files while their results are asked for, and remembers what the exit code has to be. One bad file does not end the run.
/// </summary>
internal sealed class LintRun(LinterPool pool, LintRequest request, LintTimings? timings, ShellChecker? shellChecker, NewFindings news)
{
    // Below that, threads cost more than they save.
    private const int FilesWorthThreads = 8;

    // One ShellCheck process serves so many files: starting one costs as much as reading several scripts.
    private const int FilesPerProcess = 16;

    private readonly BuildContexts _contexts = new(request.Context);
    private readonly HashSet<string> _named = new(request.Paths, StringComparer.Ordinal);
    private readonly FormatStyles _styles = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _scripts = new(StringComparer.Ordinal);
    private bool _hasProblems;
    private bool _hasBugs;
    private bool _hasFindings;

    /// <summary>The fixing that goes with it; null when nothing is to be fixed.</summary>
    internal FixRun? Fixing { get; } = request.Fixing is { } fixing ? new FixRun(fixing) : null;

    /// <summary>Complete only when all results were taken.</summary>
    internal int ExitCode => _hasBugs ? Cli.ExitCode.InternalError
        : _hasProblems || news.HasProblems || Fixing?.HasFailed == true ? Cli.ExitCode.BadInput
        : _hasFindings ? Cli.ExitCode.Findings
        : Cli.ExitCode.Clean;

    /// <summary>Says what is wrong with a configuration, whether or not there is a file that it holds for.</summary>
    internal void TellBroken(IReadOnlyList<ConfigError> errors)
    {
        _hasProblems |= errors.Count > 0;
        errors.Select(error => error.ToString()).Where(_told.Add).ToList().ForEach(Problems.Tell);
    }

    /// <summary>The results in the order of the files. What cannot be read is told on standard error, in the same order.</summary>
    internal IEnumerable<FileResult> Results()
    {
        var found = Files();
        if (news.NeedsPaths)
        {
            found = [.. found];
            news.Begin(found.Where(file => file.Problem is null).Select(file => file.Path));
        }

        using var progress = Progress.Begin(request.ShowsFindingsOnTerminal);
        var usesThreads = request.Jobs > 1 && (request.Paths.Count >= FilesWorthThreads || request.Paths.Any(DiskPath.IsFolder));
        var batches = found.Chunk(shellChecker is null ? 1 : FilesPerProcess);
        var results = usesThreads ? OrderedWork<FoundFile[], IReadOnlyList<LintedFile>>.Run(batches, Lint, request.Jobs)
            : batches.Select(Lint);
        var (count, leftOut) = (0, 0);
        foreach (var linted in results.SelectMany(batch => batch))
        {
            foreach (var problem in linted.Problems)
            {
                // A broken configuration is told once, not for each of its files.
                _hasProblems = true;
                if (_told.Add(problem))
                {
                    Problems.Tell(problem);
                }
            }

            linted.Notices.Where(_told.Add).ToList().ForEach(Problems.Tell);
            leftOut += linted.IsLeftOut ? 1 : 0;
            if (Settled(linted) is { } file)
            {
                count++;
                progress.Count();
                Remember(file.Diagnostics, linted.Threshold);
                yield return Shown(file);
            }

            foreach (var script in linted.Scripts.Where(script => _scripts.Add(script.Source.Path)).Select(news.Of))
            {
                Remember(script.Diagnostics, linted.Threshold);
                yield return Shown(script);
            }
        }

        if (count == 0 && leftOut > 0 && !_hasProblems && _told.Count == 0)
        {
            Problems.Tell($"there are only templates of Dockerfiles under {string.Join(", ", request.Paths)}: name one to lint it");
        }
        else if (count == 0 && !_hasProblems && _told.Count == 0 && request.Shard is null)
        {
            Problems.Tell($"no Dockerfile found under {string.Join(", ", request.Paths)}");
        }
    }

    // Whoever reads a report sees which bytes of a name are no text.
    private static FileResult Shown(FileResult file) => PathText.IsText(file.Source.Path) ? file
        : file with { Source = file.Source.WithPath(DiskPath.Shown(file.Source.Path)) };

    private IEnumerable<FoundFile> Files() => new FileFinder(request.RespectsGitIgnore).Find(request.Paths)
        .Where(file =>
            (_named.Contains(file.Path) || file.Builds is not null || !pool.Excludes(file.Path)) && request.Shard?.Has(file.Path) != false);

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
        var checks = CheckScripts([.. read.Select(file => file.Source).OfType<SourceText>()]);
        var results = new List<LintedFile>();
        for (var i = 0; i < read.Count; i++)
        {
            results.Add(read[i].Source is { } source ? Lint(source, checks, batch[i])
                : batch[i].IsNotice ? new LintedFile { Notices = [read[i].Problem!] }
                : LintedFile.Failed(read[i].Problem!));
        }

        // A ShellCheck that fails ends nothing unless it is required.
        if (checks?.Problem is { } problem)
        {
            var isRequired = pool.For(
                read.First(file => file.Source is not null).Source!.Path, out _)?.Config.ShellCheck.Value == ShellCheckMode.Required;
            results.Add(isRequired ? LintedFile.Failed(problem) : new LintedFile { Notices = [problem] });
        }

        return results;
    }

    private ScriptChecks? CheckScripts(IReadOnlyList<SourceText> sources)
    {
        if (shellChecker is null || sources.Count == 0)
        {
            return null;
        }

        using var stopwatch = timings?.StartPart(LintTimings.ShellCheck);
        return shellChecker.Check(sources);
    }

    private (SourceText? Source, string? Problem) Read(FoundFile found)
    {
        if (found.Problem is not null)
        {
            return (null, found.Problem);
        }

        if (found.Inline is not null)
        {
            return (SourceText.From(found.Inline, found.Path), null);
        }

        using var stopwatch = timings?.StartPart(LintTimings.Reading);
        var problem = _named.Contains(found.Path) && found.Builds is null
            ? InputFile.TryRead(found.Path, ReadLimit.Dockerfile, out var bytes)
            : RegularFile.TryRead(found.Path, ReadLimit.Dockerfile, out bytes);
        return problem is not null
            ? (null, $"cannot read {found.Path}: {problem}")
            : (SourceText.FromBytes(bytes, found.Path), null);
    }

    private LintedFile Lint(SourceText source, ScriptChecks? checks, FoundFile found)
    {
        if (pool.For(source.Path, out var errors) is not { } configured)
        {
            return new LintedFile { Problems = [.. errors.Select(error => error.ToString())] };
        }

        if (configured.Config.Lint.Profile.LeavesTemplatesOut && !_named.Contains(found.Path) && found.Builds is null
            && found.Inline is null && DockerfileTemplate.Mark(source) is { } mark)
        {
            return new LintedFile
            {
                IsLeftOut = true,
                Notices = request.IsVerbose
                    ? [$"{source.Path} is left out: it is a template ({mark}), name it to lint it all the same"] : [],
            };
        }

        using var stopwatch = timings?.StartFile();
        var (config, linter) = (configured.Config, configured.Linter);
        try
        {
            var foreign = checks is null ? null : new WeighedFindings(checks, config);
            var inputs = FileInputs.Of(source, found.Builds, _contexts.For, foreign);
            if (Fixing is not null && found.Inline is null)
            {
                return new LintedFile
                {
                    Threshold = config.FailureThreshold.Value,
                    Proposal = Fixing.Fix(linter, inputs.Inputs, inputs.IgnorePaths, () => _styles.For(source.Path, config)),
                    Problems = [.. inputs.Problems],
                };
            }

            var result = inputs.Lint(linter, stopwatch);
            var problems = FileInputs.MissingStages(source, found.Builds).Concat(inputs.Problems).ToList();
            return new LintedFile
            {
                Threshold = config.FailureThreshold.Value,
                File = new FileResult(source, result.Diagnostics) { Suppressed = result.Suppressed },
                Scripts = !request.ChecksScripts ? []
                    : [.. ScriptsBeside.Lint(source, inputs.Contexts, _contexts.For, config, problems)
                        .Select(script => new FileResult(script.Source, script.Findings))],
                Problems = problems,
                Notices = config.ShellCheck.Value == ShellCheckMode.Both
                    ? [.. foreign?.Differences(source, result.Diagnostics.Concat(result.Suppressed)) ?? []] : [],
            };
        }
        catch (Exception exception)
        {
            return new LintedFile { File = Failed(source, exception, out var problem), Problems = [problem] };
        }
    }

    // Our bug, whatever it is: it is told like a finding of this file, and the other files are still linted.
    private static FileResult Failed(SourceText source, Exception exception, out string problem)
    {
        problem = $"internal error in {source.Path}, this is a bug: {exception}";
        return new FileResult(
            source, [new Diagnostic(Linter.InternalErrorId, Severity.Error, $"linting failed: {exception.Message}", new TextSpan(0, 0))]);
    }

    private FileResult? Settled(LintedFile linted)
    {
        try
        {
            var file = linted.Proposal is null ? linted.File : Fixing!.Settle(linted.Proposal);
            return file is null ? null : news.Of(file);
        }
        catch (Exception exception) when (exception is not OutputException)
        {
            var file = Failed(linted.Proposal?.Source ?? linted.File!.Source, exception, out var problem);
            Problems.Tell(problem);
            return file;
        }
    }
}
