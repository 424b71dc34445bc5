using Dockerlint.Cache;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Optimizer;

/// <summary>Finds kinds of files that cause rebuilds in the history though no build reads them, and what leaving them out saves.</summary>
internal static class IgnoreSearch
{
    private const double LeastGain = 1e-6;

    // A file that a manifest names is kept; where there are many such files, the kind is not one that nobody reads.
    private const int MostExceptions = 12;

    /// <summary>The proposals, each measured on top of those before it, and the history with all of them.</summary>
    /// <param name="input">The project.</param>
    /// <param name="text">The Dockerfile with all other proposals.</param>
    /// <param name="current">The history with it.</param>
    /// <param name="options">How histories are replayed.</param>
    internal static (IReadOnlyList<IgnoreProposal> Found, HistoryReplay Replay) Find(
        OptimizerInput input, SourceText text, HistoryReplay current, ReplayOptions options)
    {
        var found = new List<IgnoreProposal>();
        if (input.Ignored is not { } present || current.Built == 0)
        {
            return (found, current);
        }

        var tree = DockerfileParser.Parse(text);
        var proof = new IgnoreProof(input, tree, options.Settings);
        var commits = input.Commits;
        foreach (var kind in IgnoreKind.All)
        {
            var rules = IgnoreRules.Parse(string.Join('\n', kind.Patterns));
            var changed = Changed(commits, rules);
            if (changed.Count == 0 || Propose(kind, changed, input, present, proof) is not { } proposal)
            {
                continue;
            }

            var lines = IgnoreRules.Parse(string.Join('\n', proposal.Lines));
            List<HistoryCommit> spared =
            [
                .. commits.Select(commit => commit with
                {
                    ContextBefore = commit.ContextBefore.Without(lines),
                    Context = commit.Context.Without(lines),
                }),
            ];
            var replay = HistoryReplay.Run(spared, options with { Dockerfile = tree });
            if (replay.Built < current.Built || replay.LostPerHundred >= current.LostPerHundred - LeastGain)
            {
                continue;
            }

            found.Add(proposal with
            {
                Commits = current.Commits.Zip(replay.Commits).Count(pair => pair.Second.Rebuilt < pair.First.Rebuilt),
                LostBefore = current.LostPerHundred,
                LostAfter = replay.LostPerHundred,
                HitRateBefore = current.HitRate,
                HitRateAfter = replay.HitRate,
            });
            if (proposal.Doubt is null)
            {
                (commits, current) = (spared, replay);
            }
        }

        return (found, current);
    }

    private static IgnoreProposal? Propose(
        IgnoreKind kind, HashSet<string> changed, OptimizerInput input, IgnoreRules present, IgnoreProof proof)
    {
        // Only patterns that something in the history fits are worth a line.
        var patterns = kind.Patterns.Where(pattern => IgnoreRules.Parse(pattern) is var rule && changed.Any(rule.Excludes)).ToList();
        patterns.RemoveAll(pattern => pattern == "*.md" && patterns.Contains("**/*.md"));
        var rules = IgnoreRules.Parse(string.Join('\n', patterns));
        var files = input.Context.Entries.Where(entry => entry.Kind != ContextEntryKind.Directory && rules.Excludes(entry.Path))
            .Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        files.UnionWith(changed.Where(rules.Excludes));
        var mentioned = proof.Mentioned(rules, files);
        var exceptions = mentioned?.Where(path => !path.StartsWith(".git/", StringComparison.Ordinal)).ToList() ?? [];
        var doubt = mentioned is null ? "there are too many files to see whether one of them reads any of these"
            : present.Patterns.Any(pattern => pattern.IsException && files.Any(pattern.IsMatch))
                ? "the .dockerignore file takes some of them back in on purpose"
            : exceptions.Count > MostExceptions ? $"{exceptions[0]} and {exceptions.Count - 1} more are named in other files"
            : null;
        files.ExceptWith(exceptions);
        if (exceptions.Count <= MostExceptions && !files.Overlaps(changed))
        {
            return null;
        }

        List<string> lines = [.. patterns, .. doubt is null ? exceptions.Select(path => "!" + path) : []];
        doubt ??= proof.Doubt(kind, IgnoreRules.Parse(string.Join('\n', lines)), files);
        return new IgnoreProposal($"leave {kind.Title} out of the context", lines,
            "no step names them, and no file that stays does" + (exceptions.Count > 0 && doubt is null
                ? $", but for {string.Join(", ", exceptions)}, which stay" : ""))
        {
            Doubt = doubt,
            Files = files.Count,
            ImageLine = proof.ImageLine(files),
        };
    }

    // The files of a kind in which the two contexts of a commit differ.
    private static HashSet<string> Changed(IReadOnlyList<HistoryCommit> commits, IgnoreRules rules)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var commit in commits)
        {
            foreach (var (one, other) in new[] { (commit.Context, commit.ContextBefore), (commit.ContextBefore, commit.Context) })
            {
                foreach (var entry in one.Entries.Where(entry => entry.Kind != ContextEntryKind.Directory && !changed.Contains(entry.Path)))
                {
                    if (other.Find(entry.Path) is var there && (there is null || there.Content?.Digest != entry.Content?.Digest
                        || there.Mode != entry.Mode || there.LinkTarget != entry.LinkTarget) && rules.Excludes(entry.Path))
                    {
                        changed.Add(entry.Path);
                    }
                }
            }
        }

        return changed;
    }
}
