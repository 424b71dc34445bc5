using System.CommandLine;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Reporting;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint cache explain [CONTEXT]</c>: what each step depends on and what stands behind it.</summary>
internal static class CacheExplainCommand
{
    internal static Command Create()
    {
        var context = new Argument<string>("CONTEXT") { Description = "A directory or a git revision.", DefaultValueFactory = _ => "." };
        var file = CacheOptions.Dockerfile();
        var build = new BuildChoice();
        var cache = new CacheImport();
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.TakeOneOf(["text", "json"]);
        var arguments = CacheOptions.Pairs("--build-arg", "NAME=VALUE; NAME alone takes the value from the environment.");
        var target = new Option<string?>("--target") { Description = "The stage to build." };
        var timings = new Option<string?>("--timings") { Description = "Seconds of the steps, as for cache replay." };
        var command = new Command("explain", "Says what the cache key of each step depends on, and how much is rebuilt with it.")
        {
            context, file, format, arguments, target, timings,
        };
        build.AddTo(command);
        cache.AddTo(command);
        command.SetAction(result => Run(
            new CacheSide(result.GetValue(context)!, result.GetValue(arguments) ?? [], result.GetValue(target), []),
            result.GetValue(file)!, build.Read(result), build.Context(result), result.GetValue(format)!, cache.Read(result),
            result.GetValue(timings)));
        return command;
    }

    private static int Run(CacheSide side, string file, BuildSettings build, ContextKind? kind, string format, CacheReach reach,
        string? timings)
    {
        if (StepTimes.Read(timings, out var untimed) is not { } timer)
        {
            return CacheDiffCommand.Fail(untimed!);
        }

        var read = WorkspaceReader.Read(side.Location, file, build.Builder, kind);
        if (read.Files is not { } files)
        {
            return CacheDiffCommand.Fail(read.Problem!);
        }

        if (side.State(files, build, out var problem) is not { } state)
        {
            return CacheDiffCommand.Fail(problem!);
        }

        var plan = LayerPlan.Create(state);
        if (state.Context.Problems.FirstOrDefault() is { } unreadable)
        {
            return CacheDiffCommand.Fail($"cannot read {unreadable}");
        }

        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (format == "json")
        {
            CacheExplanation.WriteJson(plan, timer, writer);
        }
        else
        {
            CacheExplanation.WriteTree(plan, timer, reach, writer);
        }

        return ExitCode.Clean;
    }
}
