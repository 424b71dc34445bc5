using Dockerlint.Cache;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.Optimizer;

/// <summary>What an optimizer works on.</summary>
/// <param name="Dockerfile">The Dockerfile.</param>
/// <param name="Context">The build context as it is now.</param>
/// <param name="Read">Gives the text of a file of the context; null when it cannot be read.</param>
/// <param name="Commits">The history that proposals are measured on; may be empty.</param>
/// <param name="Options">How the history is replayed; its Dockerfile does not count.</param>
public sealed record OptimizerInput(
    SourceText Dockerfile, ContextManifest Context, Func<string, string?> Read, IReadOnlyList<HistoryCommit> Commits,
        ReplayOptions Options)
{
    /// <summary>The rules of .dockerignore that hold now; null where none are applied, as to an address of a repository.</summary>
    public IgnoreRules? Ignored { get; init; }
}
