using System.CommandLine;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Optimizer;
using Dockerlint.Reporting;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint cache simulate --touch PATH...</c>: what a build does again if files or build arguments changed.</summary>
internal static class CacheSimulateCommand
{
    internal static Command Create()
    {
        var context = new Argument<string?>("CONTEXT")
        {
            Description = "The state that was built: a directory or a git revision; this folder if not given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var folder = new Option<string?>("--context") { Description = "The same as an option.", HelpName = "CONTEXT" };
        var touch = new Option<string[]>("--touch")
        {
            Description = "Files that change or are new, folders whose files change, or patterns as in .dockerignore; below the context.",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "PATH",
        };
        var changed = CacheOptions.Pairs("--build-arg", "NAME=VALUE: a build argument that has another value than before.");
        var before = CacheOptions.Pairs("--before-build-arg", "NAME=VALUE of the build before; NAME alone takes that of the environment.");
        var file = CacheOptions.Dockerfile();
        var build = new BuildChoice();
        var cache = new CacheImport();
        var target = new Option<string?>("--target") { Description = "The stage to build." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.TakeOneOf(["text", "json"]);
        var all = new Option<bool>("--all") { Description = "Print steps that are reused or have no key too." };
        var command = new Command("simulate", "Touches files and build arguments in thought and says which steps a build does again. "
            + "Nothing is changed, and nothing is built.")
        {
            context, folder, touch, changed, before, file, target, format, all,
        };
        build.AddTo(command);
        cache.AddTo(command);
        command.SetAction(result =>
        {
            var location = result.GetValue(context) ?? result.GetValue(folder) ?? ".";
            var touched = result.GetValue(touch) ?? [];
            var arguments = result.GetValue(changed) ?? [];
            if (touched.Length + arguments.Length == 0)
            {
                return CacheDiffCommand.Fail("nothing is to change: name files with --touch, or build arguments with --build-arg");
            }

            var side = new CacheSide(location, result.GetValue(before) ?? [], result.GetValue(target), []);
            var read = WorkspaceReader.Read(location, result.GetValue(file)!, build.Read(result).Builder, build.Context(result));
            if (read.Files is not { } files)
            {
                return CacheDiffCommand.Fail(read.Problem!);
            }

            if (side.State(files, build.Read(result), out var problem) is not { } state
                || (side with { Arguments = arguments }).BuildArguments(out problem) is not { } values)
            {
                return CacheDiffCommand.Fail(problem!);
            }

            var answer = CacheSimulation.Of(state, files.Ignored)
                .Try(touched.Select(path => Below(location, path)), values, cache.Read(result));
            foreach (var idle in answer.Touches.Where(item => item.Kind == TouchKind.Ignored || item.Files.Count == 0))
            {
                Problems.Tell(idle.Kind == TouchKind.Ignored
                    ? $"{idle.Path} is not part of the context (.dockerignore leaves it out, or it lies below a file): no build sees "
                        + "it change"
                    : $"no file of the context fits {idle.Path}");
            }

            using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            ICacheReporter reporter = result.GetValue(format) == "json" ? new CacheJsonReporter(answer.Touches)
                : new CacheTextReporter(TerminalStyle.HasColor(), EstimatedTimes.Of, result.GetValue(all));
            reporter.Write(answer.Trace, writer);
            return ExitCode.Clean;
        });
        return command;
    }

    // A path may be told as it is seen from here, where it is there and lies in the context.
    private static string Below(string location, string path)
    {
        if (!DiskPath.IsFolder(location) || DiskPath.Exists(Path.Combine(location, path)) || !DiskPath.Exists(path))
        {
            return path;
        }

        var below = DiskPath.Relative(location, path).Replace(Path.DirectorySeparatorChar, '/');
        return below == ".." || below.StartsWith("../", StringComparison.Ordinal) ? path : below;
    }
}
