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

    /// <summary>
    /// The proposals, each measured as what would be lost without it beside the others, and the history with all of them.
    /// </summary>
    /// <param name="input">The project.</param>
    /// <param name="text">The Dockerfile with all other proposals.</param>
    /// <param name="current">The history with it.</param>
    /// <param name="options">How histories are replayed.</param>
    internal static (IReadOnlyList<IgnoreProposal> Found, HistoryReplay Replay) Find(
        OptimizerInput input, SourceText text, HistoryReplay current, ReplayOptions options)
    {
        var found = new List<(int Place, IgnoreProposal Proposal)>();
        if (input.Ignored is not { } present || current.Built == 0)
        {
            return ([], current);
        }

        var tree = DockerfileParser.Parse(text);
        var proof = new IgnoreProof(input, tree, options.Settings);
        var touched = Changed(input.Commits);
        var sure = new List<(int Place, IgnoreProposal Proposal)>();
        foreach (var (place, kind) in IgnoreKind.All.Index())
        {
            var rules = IgnoreRules.Parse(string.Join('\n', kind.Patterns));
            var changed = touched.Where(rules.Excludes).ToHashSet(StringComparer.Ordinal);
            if (changed.Count == 0 || Propose(kind, changed, input, present, proof) is not { } proposal)
            {
                continue;
            }

            if (proposal.Doubt is null)
            {
                sure.Add((place, proposal));
            }
            else if (Measured(proposal, current, Replay([proposal])) is { } doubtful)
            {
                found.Add((place, doubtful));
            }
        }

        // A commit may change files of several kinds, so that none alone spares it: all are left out, and then each that makes no
        // difference is taken back in, the cheapest to miss first.
        var best = sure.Count == 0 ? current : Replay(sure.Select(item => item.Proposal));
        if (sure.Count == 0 || best.Built < current.Built || best.LostPerHundred >= current.LostPerHundred - LeastGain)
        {
            return ([.. found.OrderBy(item => item.Place).Select(item => item.Proposal)], current);
        }

        var without = new Dictionary<IgnoreProposal, HistoryReplay>(ReferenceEqualityComparer.Instance);
        for (var i = sure.Count - 1; i >= 0; i--)
        {
            var rest = sure.Where((_, index) => index != i).Select(item => item.Proposal).ToList();
            var replay = rest.Count == 0 ? current : Replay(rest);
            if (replay.Built >= best.Built && replay.LostPerHundred <= best.LostPerHundred + LeastGain)
            {
                sure.RemoveAt(i);
                without.Clear();
                i = sure.Count;
            }
            else
            {
                without[sure[i].Proposal] = replay;
            }
        }

        found.AddRange(sure.Select(item => (item.Place, Measured(item.Proposal, without[item.Proposal], best) ?? item.Proposal)));
        return ([.. found.OrderBy(item => item.Place).Select(item => item.Proposal)], best);

        HistoryReplay Replay(IEnumerable<IgnoreProposal> proposals)
        {
            var lines = proposals.Select(proposal => IgnoreRules.Parse(string.Join('\n', proposal.Lines))).ToList();
            return HistoryReplay.Run([.. input.Commits.Select(commit => commit with
            {
                ContextBefore = lines.Aggregate(commit.ContextBefore, (context, rules) => context.Without(rules)),
                Context = lines.Aggregate(commit.Context, (context, rules) => context.Without(rules)),
            })], options with { Dockerfile = tree });
        }
    }

    // With its figures; null when it saves nothing.
    private static IgnoreProposal? Measured(IgnoreProposal proposal, HistoryReplay before, HistoryReplay after) =>
        after.Built < before.Built || after.LostPerHundred >= before.LostPerHundred - LeastGain ? null
        : proposal with
        {
            Commits = before.Commits.Zip(after.Commits).Count(pair => pair.Second.Rebuilt < pair.First.Rebuilt),
            LostBefore = before.LostPerHundred,
            LostAfter = after.LostPerHundred,
            HitRateBefore = before.HitRate,
            HitRateAfter = after.HitRate,
        };

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

    // The files in which the two contexts of a commit differ.
    private static HashSet<string> Changed(IReadOnlyList<HistoryCommit> commits)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var commit in commits)
        {
            foreach (var (one, other) in new[] { (commit.Context, commit.ContextBefore), (commit.ContextBefore, commit.Context) })
            {
                foreach (var entry in one.Entries.Where(entry => entry.Kind != ContextEntryKind.Directory && !changed.Contains(entry.Path)))
                {
                    if (other.Find(entry.Path) is var there && (there is null || there.Content?.Digest != entry.Content?.Digest
                        || there.Mode != entry.Mode || there.LinkTarget != entry.LinkTarget))
                    {
                        changed.Add(entry.Path);
                    }
                }
            }
        }

        return changed;
    }
}
