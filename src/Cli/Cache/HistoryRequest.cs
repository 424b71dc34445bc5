using Dockerlint.Cache;
using Dockerlint.Optimizer;
using Dockerlint.Rules;
using Dockerlint.Syntax;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>A history to replay, as the command line asks for it.</summary>
internal sealed record HistoryRequest(
    string Context, string File, BuildSettings Build, string? Range, int Last, CacheSide Side, IReadOnlyList<string> VolatileArguments,
        string? Timings, ContextKind? Kind, CacheReach Reach)
{
    /// <summary>The commits, or null and what is wrong.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="alsoBuilt">A Dockerfile that is built in all of them; null for their own.</param>
    internal IReadOnlyList<HistoryCommit>? Commits(out string? problem, SyntaxTree? alsoBuilt = null)
    {
        if (!DiskPath.IsFolder(Context))
        {
            problem = $"there is no directory {Context}";
            return null;
        }

        var read = Range?.Contains("..", StringComparison.Ordinal) == true
            ? GitHistory.ReadRange(Context, Range, File, Build.Builder, alsoBuilt, Kind ?? ContextKind.Checkout)
            : GitHistory.ReadLast(Context, Range ?? "HEAD", Last, File, Build.Builder, alsoBuilt, Kind ?? ContextKind.Checkout);
        problem = read.Problem;
        return read.Commits;
    }

    /// <summary>How the commits are replayed, or null and what is wrong.</summary>
    internal ReplayOptions? Options(out string? problem)
    {
        if (Side.BuildArguments(out problem) is not { } arguments || StepTimes.Read(Timings, out problem) is not { } timer)
        {
            return null;
        }

        return new ReplayOptions
        {
            Settings = Build with { Target = Side.Target, BuildArguments = arguments },
            VolatileArguments = VolatileArguments,
            VolatileIn = Optimizer.VolatileArguments.Of,
            Timer = timer,
            Reach = Reach,
        };
    }

    /// <summary>The replay, and the same with other caches where they are asked for; null and what is wrong.</summary>
    internal (HistoryReplay Replay, CacheComparison? Caches)? Replay(bool comparesCaches, out string? problem)
    {
        if (Options(out problem) is not { } options || Commits(out problem) is not { } commits)
        {
            return null;
        }

        var replay = HistoryReplay.Run(commits, options);
        return (replay, comparesCaches ? CacheComparison.Run(commits, options, replay) : null);
    }

    /// <summary>What an optimizer finds, or null and what is wrong. A directory without a history has proposals without figures.</summary>
    internal Optimization? Optimize(out string? problem)
    {
        var read = WorkspaceReader.ReadDirectory(Context, File, Build.Builder);
        problem = read.Problem;
        if (read.Files is not { } files)
        {
            return null;
        }

        if (Side.State(files, Build, out problem) is not { } state || Options(out problem) is not { } options)
        {
            return null;
        }

        var commits = Commits(out problem, state.Dockerfile);
        if (commits is null && Range is not null)
        {
            return null;
        }

        if (commits is null)
        {
            // Proposals have their reason without a history, but nobody should take them for measured.
            Problems.Tell($"no history is counted: {problem}");
        }

        problem = null;
        return CacheOptimizer.Run(new OptimizerInput(files.Dockerfile, files.Context, Text, commits ?? [], options)
        {
            Ignored = Kind == ContextKind.GitUrl ? null : files.Ignored,
        });
    }

    private string? Text(string path) =>
        RegularFile.TryRead(Path.Combine(Context, path), ReadLimit.ContextText, out var bytes) is null
            ? System.Text.Encoding.UTF8.GetString(bytes) : null;
}
