using Dockerlint.Cache;
using Dockerlint.Optimizer;
using Dockerlint.Semantics.Context;
using Dockerlint.Session;
using Dockerlint.Syntax;
using Dockerlint.Workspace;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What git knew of a file when it was asked.</summary>
/// <param name="Replay">The last commits, built one after the other; null when there are none.</param>
/// <param name="Committed">The state of the last commit; null when there is none that can be built.</param>
/// <param name="Present">The files as they are now; null when they cannot be read.</param>
internal sealed record CachePast(HistoryReplay? Replay, BuildState? Committed, BuildFiles? Present)
{
    private static readonly CachePast s_none = new(null, null, null);

    /// <summary>Asks git, which may take seconds.</summary>
    internal static CachePast Read(IBuildHistory history, string folder, string dockerfile, int commits)
    {
        if (history.Head(folder) is null)
        {
            return s_none;
        }

        var read = history.Last(folder, dockerfile, commits).Commits;
        var replay = read is null ? null
            : HistoryReplay.Run(read, new ReplayOptions { Timer = EstimatedTimes.Of, VolatileIn = VolatileArguments.Of });
        var (committed, present) = (history.Committed(folder, dockerfile).Files, history.Present(folder, dockerfile).Files);
        if (committed is null || present is null)
        {
            return new CachePast(replay, null, null);
        }

        (committed, present) = BuildFiles.Align(committed, present);
        return new CachePast(replay, Buildable(DockerfileParser.Parse(committed.Dockerfile), committed.Context), present);
    }

    /// <summary>What a build of a text would do again; null when that cannot be told.</summary>
    internal InvalidationTrace? Since(SyntaxTree text) =>
        Committed is { } before && Present is { } files && Buildable(text, With(files, text)) is { } after
            ? InvalidationTrace.Between(before, after) : null;

    private static BuildState? Buildable(SyntaxTree tree, ContextManifest context)
    {
        if (tree.Errors.Count > 0)
        {
            return null;
        }

        var state = new BuildState(tree, context, BuildSettings.Default);
        return LayerPlan.Create(state).Problem is null ? state : null;
    }

    // The file itself may be in the context, as it is in the editor.
    private static ContextManifest With(BuildFiles files, SyntaxTree text)
    {
        var name = ContextPath.FromRoot(files.Dockerfile.Path);
        return files.Context.Find(name) is not { Kind: ContextEntryKind.File } ? files.Context
            : ContextManifest.FromFiltered(files.Context.Entries.Select(entry => entry.Path != name ? entry
                : entry with { Content = ContextContent.FromBytes(text.Source.ToBytes()) }));
    }
}
