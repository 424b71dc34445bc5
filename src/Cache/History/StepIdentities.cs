using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>
/// Follows the steps of a Dockerfile from commit to commit: a step whose text is edited stays the one that stood in its place.
/// </summary>
internal sealed class StepIdentities
{
    // Of the words of two texts, so many are common when one is an edit of the other and not something else.
    private const double LeastLikeness = 0.3;

    private readonly Dictionary<SyntaxTree, IReadOnlyList<string>> _known = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<(string Id, string Name, LayerStep Step)> _last = [];
    private int _count;

    /// <summary>An identity for each step of a plan; plans are asked for in the order of the history.</summary>
    internal IReadOnlyList<string> Of(LayerPlan plan)
    {
        if (_known.TryGetValue(plan.State.Dockerfile, out var known))
        {
            return known;
        }

        var names = HistoryReplay.NamesOf(plan);
        var ids = new string?[names.Count];
        var places = Enumerable.Range(0, _last.Count).ToDictionary(i => _last[i].Name, i => i, StringComparer.Ordinal);
        var partners = new int[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            partners[i] = places.GetValueOrDefault(names[i], -1);
            ids[i] = partners[i] < 0 ? null : _last[partners[i]].Id;
        }

        MatchEdits(plan, partners, ids);
        for (var i = 0; i < names.Count; i++)
        {
            ids[i] ??= string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_count++}");
        }

        _last = [.. names.Select((name, i) => (ids[i]!, name, plan.Steps[i]))];
        return _known[plan.State.Dockerfile] = [.. ids.Select(id => id!)];
    }

    // What is left on both sides between two steps that stayed is compared with each other.
    private void MatchEdits(LayerPlan plan, int[] partners, string?[] ids)
    {
        var taken = partners.Where(partner => partner >= 0).ToHashSet();
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0)
            {
                continue;
            }

            var from = i == 0 ? 0 : partners.Take(i).Where(partner => partner >= 0).DefaultIfEmpty(-1).Last() + 1;
            var to = partners.Skip(i).Where(partner => partner >= 0).DefaultIfEmpty(_last.Count).First();
            var best = Enumerable.Range(from, Math.Max(0, to - from)).Where(place => !taken.Contains(place))
                .Select(place => (Place: place, Likeness: Likeness(_last[place].Step, plan.Steps[i])))
                .Where(pair => pair.Likeness >= LeastLikeness).OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Place)
                .Select(pair => pair.Place).DefaultIfEmpty(-1).First();
            if (best >= 0)
            {
                taken.Add(best);
                partners[i] = best;
                ids[i] = _last[best].Id;
            }
        }
    }

    private static double Likeness(LayerStep old, LayerStep current)
    {
        if (old.Instruction.Name != current.Instruction.Name || old.IsTrigger != current.IsTrigger)
        {
            return 0;
        }

        var (one, other) = (Words(old), Words(current));
        return (double)one.Intersect(other, StringComparer.Ordinal).Count() / Math.Max(1, Math.Max(one.Count, other.Count));
    }

    private static HashSet<string> Words(LayerStep step) => step.Instruction.LogicalLine.Text
        .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
