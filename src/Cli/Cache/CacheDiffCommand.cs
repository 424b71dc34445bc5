using System.CommandLine;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Reporting;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint cache diff BEFORE AFTER</c>: what a build of one state reuses of a build of another.</summary>
internal static class CacheDiffCommand
{
    internal static Command Create()
    {
        var before = new Argument<string>("BEFORE")
        {
            Description =
            "The state that was built: a directory or a git revision (HEAD~1, main, main:api, :index, :worktree)."
        };
        var after = new Argument<string>("AFTER") { Description = "The state to build, likewise." };
        var file = CacheOptions.Dockerfile();
        var build = new BuildChoice();
        var cache = new CacheImport();
        var format = new Option<string>("--format") { Description = "text, json, github or markdown.", DefaultValueFactory = _ => "text" };
        format.TakeOneOf(["text", "json", "github", "markdown"]);
        var all = new Option<bool>("--all") { Description = "Print steps that are reused, not needed or have no key too." };
        var timings = new Option<string?>("--timings") { Description = "Seconds of the steps, as for cache replay." };
        Option<string[]>[] arguments =
        [
            CacheOptions.Pairs("--build-arg", "NAME=VALUE for both states; NAME alone takes the value from the environment."),
            CacheOptions.Pairs("--before-build-arg", "NAME=VALUE for BEFORE."),
            CacheOptions.Pairs("--after-build-arg", "NAME=VALUE for AFTER."),
        ];
        Option<string?>[] targets =
        [
            new("--target") { Description = "The stage to build in both states." },
            new("--before-target") { Description = "The stage of BEFORE." },
            new("--after-target") { Description = "The stage of AFTER." },
        ];
        Option<string[]>[] images =
        [
            CacheOptions.Pairs("--base", "IMAGE=DIGEST for both states; images without a digest are the same if their names are."),
            CacheOptions.Pairs("--before-base", "IMAGE=DIGEST for BEFORE."),
            CacheOptions.Pairs("--after-base", "IMAGE=DIGEST for AFTER."),
        ];
        var command = new Command("diff", "Says what a build of AFTER reuses when BEFORE was built. Exit code 0, or 2 for input that "
            + "cannot be used.")
        {
            before, after, file, format, all, timings,
        };
        build.AddTo(command);
        cache.AddTo(command);
        foreach (var option in (Option[])[.. arguments, .. targets, .. images])
        {
            command.Options.Add(option);
        }

        command.SetAction(result =>
        {
            CacheSide Side(Argument<string> location, int own) => new(
                result.GetValue(location)!,
                [.. result.GetValue(arguments[0]) ?? [], .. result.GetValue(arguments[own]) ?? []],
                result.GetValue(targets[own]) ?? result.GetValue(targets[0]),
                [.. result.GetValue(images[0]) ?? [], .. result.GetValue(images[own]) ?? []]);
            return Run(Side(before, 1), Side(after, 2), result.GetValue(file)!, build.Read(result), build.Context(result),
                cache.Read(result), result.GetValue(format)!, result.GetValue(timings), result.GetValue(all));
        });
        return command;
    }

    private static int Run(CacheSide before, CacheSide after, string file, BuildSettings build, ContextKind? kind, CacheReach reach,
        string format, string? timings, bool showsAll)
    {
        if (StepTimes.Read(timings, out var untimed) is not { } timer)
        {
            return Fail(untimed!);
        }

        var isGit = !DiskPath.IsFolder(before.Location) || !DiskPath.IsFolder(after.Location);
        var old = WorkspaceReader.Read(before.Location, file, build.Builder, kind, isGit);
        var current = old.Files is null ? old : WorkspaceReader.Read(after.Location, file, build.Builder, kind, isGit);
        if (old.Files is null || current.Files is null)
        {
            return Fail(old.Problem ?? current.Problem!);
        }

        var (left, right) = BuildFiles.Align(old.Files, current.Files);
        if (before.State(left, build, out var problem) is not { } earlier || after.State(right, build, out problem) is not { } state)
        {
            return Fail(problem!);
        }

        var trace = InvalidationTrace.Between(earlier, state, reach);
        if (earlier.Context.Problems.Concat(state.Context.Problems).FirstOrDefault() is { } unreadable)
        {
            return Fail($"cannot read {unreadable}");
        }

        ICacheReporter reporter = format switch
        {
            "json" => new CacheJsonReporter(),
            "github" => new CacheGitHubReporter(file),
            "markdown" => new CacheMarkdownReporter(),
            _ => new CacheTextReporter(TerminalStyle.HasColor(), timer, showsAll),
        };
        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        reporter.Write(trace, writer);
        return ExitCode.Clean;
    }

    internal static int Fail(string problem)
    {
        Problems.Tell(problem);
        return ExitCode.BadInput;
    }
}
