using System.CommandLine;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Reporting;
using Dockerlint.Semantics;
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
        var builder = CacheOptions.Builder();
        var format = new Option<string>("--format") { Description = "text, json, github or markdown.", DefaultValueFactory = _ => "text" };
        format.TakeOneOf(["text", "json", "github", "markdown"]);
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
            before, after, file, builder, format,
        };
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
            return Run(Side(before, 1), Side(after, 2), result.GetValue(file)!, CacheOptions.ToBuilder(result.GetValue(builder)),
                result.GetValue(format)!);
        });
        return command;
    }

    private static int Run(CacheSide before, CacheSide after, string file, Builder builder, string format)
    {
        var old = WorkspaceReader.Read(before.Location, file, builder);
        var current = old.Files is null ? old : WorkspaceReader.Read(after.Location, file, builder);
        if (old.Files is null || current.Files is null)
        {
            return Fail(old.Problem ?? current.Problem!);
        }

        var (left, right) = BuildFiles.Align(old.Files, current.Files);
        if (before.State(left, builder, out var problem) is not { } earlier || after.State(right, builder, out problem) is not { } state)
        {
            return Fail(problem!);
        }

        var trace = InvalidationTrace.Between(earlier, state);
        if (earlier.Context.Problems.Concat(state.Context.Problems).FirstOrDefault() is { } unreadable)
        {
            return Fail($"cannot read {unreadable}");
        }

        ICacheReporter reporter = format switch
        {
            "json" => new CacheJsonReporter(),
            "github" => new CacheGitHubReporter(file),
            "markdown" => new CacheMarkdownReporter(),
            _ => new CacheTextReporter(TerminalStyle.HasColor()),
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
