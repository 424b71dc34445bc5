using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using Dockerlint.Cli.Config;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Session;
using Dockerlint.ShellCheck;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint lint PATH...</c>: findings of files, of standard input, and of all Dockerfiles in directories.</summary>
internal static class LintCommand
{
    internal static Command Create()
    {
        var command = new Command("lint", "Reports what is wrong in Dockerfiles. Exit code 0: nothing at or above --failure-threshold, "
            + "1: something, 2: wrong usage or configuration, or a file that cannot be read, 3: a bug of ours.");
        return WithOptions(command, fixes: false);
    }

    /// <summary>The same by the name that users of other linters know.</summary>
    internal static Command CreateCheck() => WithOptions(
        new Command("check", "Reports what is wrong in Dockerfiles, as lint does."), fixes: false);

    /// <summary><c>lint --fix</c>.</summary>
    internal static Command CreateFix() => WithOptions(
        new Command("fix", "Applies the fixes that leave the image as it is, and reports what is left, as lint --fix does."), fixes: true);

    private static Command WithOptions(Command command, bool fixes)
    {
        var options = new LintOptions();
        options.AddTo(command, fixes);
        command.SetAction(result => options.Read(result, fixes) is { ExplainedRule: null } request ? Start(request)
            : RulesCommand.Run(options.Read(result).ExplainedRule, "text"));
        return command;
    }

    private static int Start(LintRequest request)
    {
        if (!request.Watches)
        {
            return Run(request);
        }

        if (request.Fixing is not null || request.Paths.Contains("-") || request.WritesBaseline)
        {
            Problems.Tell("--watch looks at files and changes none: leave out --fix, --write-baseline and - for standard input");
            return ExitCode.BadInput;
        }

        using var end = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.Cancel();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return new LintWatch(request, end.Token).Run(Run, isTerminal: !Console.IsOutputRedirected);
    }

    private static int Run(LintRequest request)
    {
        if (request.FilesFrom is { } list)
        {
            if (FileList.TryRead(list, out var paths) is { } problem)
            {
                Problems.Tell($"cannot read {list}: {problem}");
                return ExitCode.BadInput;
            }

            request = request with { Paths = [.. request.Paths, .. paths] };
        }

        if (request.Paths.Count == 0)
        {
            Problems.Tell($"{request.FilesFrom} names no file");
            return ExitCode.Clean;
        }

        var timings = request.ShowsTimings ? new LintTimings() : null;
        var environment = HadolintEnvironment.Read(Environment.GetEnvironmentVariable);
        var pool = new LinterPool(Configurations.Loader(request.ConfigFile), environment, request.Flags, TimeProvider.System);

        // What holds for the run as a whole is asked of its first path; of a folder, as for a file in it. Where that is broken the files it
        // holds for are not linted, and all others are.
        var place = DiskPath.IsFolder(request.Paths[0]) ? Path.Combine(request.Paths[0], "Dockerfile") : request.Paths[0];
        var first = pool.For(place, out var errors);
        if (first is null && request.ConfigFile is not null)
        {
            foreach (var error in errors)
            {
                Problems.Tell(error.ToString());
            }

            return ExitCode.BadInput;
        }

        first ??= pool.WithoutFile();

        request = request with
        {
            MayColor = request.MayColor && !first.Config.NoColor,
            IsVerbose = request.IsVerbose
            || first.Config.IsVerbose
        };
        var checker = FindShellChecker(request, first.Config, out var isMissing);
        if (isMissing)
        {
            return ExitCode.BadInput;
        }

        if (NewFindings.Create(request) is not { } news)
        {
            return ExitCode.BadInput;
        }

        using var finished = news;
        var run = new LintRun(pool, request, timings, checker, news);
        run.TellBroken(errors);
        var results = timings is null ? run.Results() : timings.CountReporting(run.Results());
        var statistics = request.ShowsStatistics ? new FindingStatistics() : null;
        results = statistics?.Count(results) ?? results;
        var result = new RunResult(
            ProgramVersion.Short, results, [.. RuleCatalog.WithVerdictsOf(first.Config.Lint.Profile).Select(rule => rule.Info),
                .. first.Config.CustomRules.Select(rule => rule.Info)])
        {
            Root = DiskPath.Shown(DiskPath.CurrentFolder),
            ReportedPath = request.ReportedPath,
            Started = DateTimeOffset.UtcNow,
        };
        var formats = request.Formats.Count > 0 ? request.Formats : pool.Formats(place);
        var fallback = DefaultFormat(first.Config.Lint.Profile.TerminalFormat);
        if (!Write(request, formats, fallback, result))
        {
            return ExitCode.BadInput;
        }

        if (request.WritesBaseline)
        {
            if (news.Write(request.Baseline!) is { } problem)
            {
                Problems.Tell($"cannot write {request.Baseline}: {problem}");
                return ExitCode.BadInput;
            }

            Console.Error.WriteLine($"{request.Baseline} knows {news.Written} finding{(news.Written == 1 ? "" : "s")}");
        }

        run.Fixing?.WriteSummary();
        WriteStatistics(statistics, request, formats, result.Rules);
        timings?.Write(Console.Error, request.Jobs);
        return run.ExitCode == ExitCode.Findings && (first.Config.NoFail || formats.Any(ReporterCatalog.NeverFails)) ? ExitCode.Clean
            : run.ExitCode;
    }

    // In a workflow of GitHub findings are annotations unless somebody asks for another format.
    private static string DefaultFormat(string format) =>
        format == "text" && Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" ? "github" : format;

    private static ShellChecker? FindShellChecker(LintRequest request, ResolvedConfig config, out bool isMissing)
    {
        var mode = config.ShellCheck.Value;
        var checker = mode == ShellCheckMode.Off || config.Lint.Profile.Scripts == ScriptVerdicts.None
            ? null : ShellChecker.Find(config.Lint.Profile.Scripts);
        isMissing = checker is null && mode == ShellCheckMode.Required;
        if (isMissing)
        {
            Problems.Tell($"there is no shellcheck on PATH, which is required ({config.ShellCheck.Origin})");
        }
        else if (checker is null && request.IsVerbose)
        {
            Problems.Tell(mode == ShellCheckMode.Off ? "scripts are not checked by ShellCheck: it is off"
                : "scripts are not checked by ShellCheck: there is none on PATH");
        }

        return checker;
    }

    // Behind a report for people they stand on the same stream; a report for a program is not to be spoilt.
    private static void WriteStatistics(
        FindingStatistics? statistics, LintRequest request, IReadOnlyList<string> formats, IReadOnlyList<RuleInfo> rules)
    {
        if (statistics is null)
        {
            return;
        }

        var isForPeople = formats.All(format => format is "text" or "short" or "tty") && (request.Outputs.Count == 0 || request.Outputs.Contains("-"));
        using var writer = new StreamWriter(isForPeople && !request.FindingsGoToError ? new StandardOutput() : StandardOutput.OfErrors());
        statistics.Write(writer, rules);
    }

    // One format streams; several need the results more than once.
    private static bool Write(LintRequest request, IReadOnlyList<string> formats, string fallback, RunResult result)
    {
        if (formats.Count > 1 || request.Outputs.Count > 1)
        {
            result = result with { Files = [.. result.Files] };
        }

        var isWritten = true;
        for (var i = 0; i < Math.Max(1, Math.Max(formats.Count, request.Outputs.Count)); i++)
        {
            var output = i < request.Outputs.Count ? request.Outputs[i] : "-";
            var format = i < formats.Count ? formats[i] : fallback;
            var style = output == "-" && !request.FindingsGoToError ? TerminalStyle.ForReport(request.MayColor) : new TextReportStyle();
            var reporter = ReporterCatalog.Create(format, style)!;
            void Report(Stream stream)
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                reporter.Write(result, writer);
            }

            if (output == "-")
            {
                using var stream = request.FindingsGoToError ? StandardOutput.OfErrors() : new StandardOutput();
                Report(stream);
            }
            else if (AtomicFile.TryWrite(output, Report) is { } problem)
            {
                Problems.Tell($"cannot write {output}: {problem}");
                isWritten = false;
            }
        }

        return isWritten;
    }
}
