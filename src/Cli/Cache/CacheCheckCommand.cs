using System.CommandLine;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Cli.Config;
using Dockerlint.Linting.Config;
using Dockerlint.Linting;
using Dockerlint.Optimizer;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Semantics.Context;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint cache check --budget FILE</c>: whether changes rebuild no more than they may.</summary>
internal static class CacheCheckCommand
{
    internal static Command Create()
    {
        var context = new Argument<string>("CONTEXT") { Description = "A directory or a git revision.", DefaultValueFactory = _ => "." };
        var budget = new Option<string>("--budget") { Description = "The budget, a YAML file.", Required = true, HelpName = "FILE" };
        var file = CacheOptions.Dockerfile();
        var build = new BuildChoice();
        var cache = new CacheImport();
        var format = new Option<string>(
            "--format")
        { Description = $"{string.Join(", ", ReporterCatalog.Names)}.", DefaultValueFactory = _ => "text" };
        format.TakeOneOf([.. ReporterCatalog.Names]);
        var target = new Option<string?>("--target") { Description = "The stage to build." };
        var arguments = CacheOptions.Pairs("--build-arg", "NAME=VALUE; NAME alone takes the value from the environment.");
        var config = new Option<string?>("--config", "-c") { Description = "A configuration file.", HelpName = "FILE" };
        var timings = new Option<string?>("--timings") { Description = "Seconds of the steps, as for cache replay." };
        var command = new Command("check", "Changes files in thought and reports where more is rebuilt than the budget allows. Exit code "
            + "0: kept, 1: exceeded, 2: a budget or Dockerfile that cannot be used.")
        {
            context, budget, file, config, format, target, arguments, timings,
        };
        build.AddTo(command);
        cache.AddTo(command);
        command.SetAction(result =>
        {
            var request = new HistoryRequest(
                result.GetValue(context)!, result.GetValue(file)!, build.Read(result), null, 1,
                new CacheSide(result.GetValue(context)!, result.GetValue(arguments) ?? [], result.GetValue(target), []), [],
                    result.GetValue(timings), build.Context(result), cache.Read(result));
            return Run(request, result.GetValue(budget)!, result.GetValue(config), result.GetValue(format)!);
        });
        return command;
    }

    private static int Run(HistoryRequest request, string path, string? config, string format)
    {
        if (InputFile.TryRead(path, ReadLimit.Configuration, out var bytes) is { } unreadable)
        {
            return CacheDiffCommand.Fail($"cannot read {path}: {unreadable}");
        }

        var errors = new List<ConfigError>();
        var budgets = BudgetReader.Read(Text.SourceText.FromBytes(bytes, path).Text.TrimStart('\uFEFF'), path, errors);
        var read = errors.Count > 0 ? null : WorkspaceReader.Read(request.Side.Location, request.File, request.Build.Builder, request.Kind);
        if (read is null)
        {
            errors.ForEach(error => Problems.Tell(error.ToString()));
            return ExitCode.BadInput;
        }

        if (read.Files is not { } files)
        {
            return CacheDiffCommand.Fail(read.Problem!);
        }

        if (request.Side.State(files, request.Build, out var problem) is not { } state
            || request.Options(out problem) is not { Timer: { } timer })
        {
            return CacheDiffCommand.Fail(problem!);
        }

        if (Unusable(budgets, state, path) is { } unusable)
        {
            return CacheDiffCommand.Fail(unusable);
        }

        if (ForeignConfig.Read(config, Path.Combine(DiskPath.IsFolder(request.Context) ? request.Context : ".", request.File),
            BudgetRules.All, out problem) is not { } configured)
        {
            return CacheDiffCommand.Fail(problem!);
        }

        var settled =
            configured.Settle(state.Dockerfile, BudgetCheck.Run(budgets, state, path, timer, rules => IsOnDisk(request.Context, rules),
                request.Reach));
        Write(state, request, settled, format);
        if (format == "text" && settled.Diagnostics.Count == 0)
        {
            using var told = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            told.Write($"{Text.VisibleText.Escape(path)}: {(budgets.Count == 1 ? "the change is" : $"all {budgets.Count} changes are")} "
                + $"within the budget{(settled.Suppressed.Count > 0 ? ", what is ignored aside" : "")}\n");
        }

        return settled.Diagnostics.Any(finding => finding.Severity <= configured.Threshold) && !ReporterCatalog.NeverFails(format)
            ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string? Unusable(IReadOnlyList<CacheBudget> budgets, BuildState state, string path)
    {
        var plan = LayerPlan.Create(state);
        return plan.Emptiness is { } nothing ? nothing
            : plan.Steps.FirstOrDefault(step => step.Failure is not null) is { } failed
            ? $"{state.Dockerfile.Source.Path}:{failed.Line}: {failed.Failure}: the build fails here"
            : budgets.Select(budget => BudgetCheck.Missing(budget, plan) is { } missing
                ? $"{path}:{budget.Line}:{budget.Column}: {missing}" : null).FirstOrDefault(message => message is not null);
    }

    // Files that .dockerignore keeps out of the context are there all the same. A revision has no files on disk.
    private static bool IsOnDisk(string directory, IgnoreRules rules) => !DiskPath.IsFolder(directory)
        || FolderListing.Read(directory, IgnoreRules.None, int.MaxValue) is var listing
            && (!listing.IsComplete
                || listing.Files.Entries.Any(entry => entry.Kind != ContextEntryKind.Directory && rules.Excludes(entry.Path)));

    private static void Write(BuildState state, HistoryRequest request, LintResult settled, string format)
    {
        var source = state.Dockerfile.Source;
        var shown = DiskPath.IsFolder(request.Context) && request.Context != "." ? Path.Combine(request.Context, request.File)
            .Replace('\\', '/') : request.File;
        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        ReporterCatalog.Create(format, TerminalStyle.ForReport(true))!.Write(
            new RunResult(
                ProgramVersion.Short, [new FileResult(source, settled.Diagnostics) { Suppressed = settled.Suppressed }], BudgetRules.All)
            {
                Root = DiskPath.Shown(DiskPath.CurrentFolder),
                ReportedPath = shown,
                Started = DateTimeOffset.UtcNow,
            }, writer);
    }
}
