using Dockerlint.Cache;
using Dockerlint.Optimizer;
using Dockerlint.Semantics;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>The git histories of this machine.</summary>
public sealed class DiskHistory : IBuildHistory
{
    /// <inheritdoc/>
    public string? Head(string context) => GitHistory.Head(context);

    /// <inheritdoc/>
    public ReadOutcome Committed(string context, string dockerfile) =>
        WorkspaceReader.ReadGit(context, "HEAD", dockerfile, Builder.BuildKit, ContextKind.Directory);

    /// <inheritdoc/>
    public ReadOutcome Present(string context, string dockerfile) =>
        WorkspaceReader.ReadGit(context, WorkspaceReader.WorkTree, dockerfile, Builder.BuildKit, ContextKind.Directory);

    /// <inheritdoc/>
    public HistoryOutcome Last(string context, string dockerfile, int count) =>
        GitHistory.ReadLast(context, "HEAD", count, dockerfile, Builder.BuildKit);

    /// <inheritdoc/>
    public Optimization? Optimize(string context, string dockerfile, int count, out string? problem) => new HistoryRequest(
        context, dockerfile, BuildSettings.Default, Range: null, count, new CacheSide("HEAD", [], Target: null, []), [], Timings: null,
        Kind: null, CacheReach.Warm).Optimize(static _ => { }, out problem);
}
