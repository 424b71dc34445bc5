using Dockerlint.Cache;
using Dockerlint.Optimizer;
using Dockerlint.Rules;
using Dockerlint.Syntax;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>A history to replay.</summary>
/// <param name="Context">The build context, a directory.</param>
/// <param name="File">The Dockerfile below it.</param>
/// <param name="Build">What builds.</param>
/// <param name="Range">The commits; null for the last ones.</param>
/// <param name="Last">How many commits when no range is given.</param>
/// <param name="Side">What is given to every build.</param>
/// <param name="VolatileArguments">Build arguments that differ in every build.</param>
/// <param name="Timings">A file with times of steps; null for estimates.</param>
/// <param name="Kind">What the builder is given; null where nobody says.</param>
/// <param name="Reach">What a build can take from the build before.</param>
public sealed record HistoryRequest(
    string Context, string File, BuildSettings Build, string? Range, int Last, CacheSide Side, IReadOnlyList<string> VolatileArguments,
        string? Timings, ContextKind? Kind, CacheReach Reach)
{
    /// <summary>The commits, or null and what is wrong.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="alsoBuilt">A Dockerfile that is built in all of them; null for their own.</param>
    public IReadOnlyList<HistoryCommit>? Commits(out string? problem, SyntaxTree? alsoBuilt = null)
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
    public ReplayOptions? Options(out string? problem)
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
    /// <param name="comparesCaches">Whether other caches are asked for.</param>
    /// <param name="problem">What is wrong.</param>
    public (HistoryReplay Replay, CacheComparison? Caches)? Replay(bool comparesCaches, out string? problem)
    {
        if (Options(out problem) is not { } options || Commits(out problem) is not { } commits)
        {
            return null;
        }

        var replay = HistoryReplay.Run(commits, options);
        return (replay, comparesCaches ? CacheComparison.Run(commits, options, replay) : null);
    }

    /// <summary>What an optimizer finds, or null and what is wrong. A directory without a history has proposals without figures.</summary>
    /// <param name="tell">Is told what is worth a word and is no failure.</param>
    /// <param name="problem">What is wrong.</param>
    public Optimization? Optimize(Action<string> tell, out string? problem)
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
            tell($"no history is counted: {problem}");
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
