using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// Tries fixes on a text that may stand in the way of each other or of the file. Few are told apart exactly, by halving. Of many those
/// are undone first that stand nearest to what got worse and then, ever wider around, more, so that the number of times the file is
/// linted grows with the logarithm of the number of fixes. What was undone for standing near gets another try.
/// </summary>
internal sealed class FixTrial
{
    private const int LargeText = 32 * 1024;

    private readonly Linter _linter;
    private readonly HashSet<string> _seen;
    private readonly int _few;
    private FixState _start;
    private List<ChosenFix> _accepted = [];

    internal FixTrial(Linter linter, IReadOnlyList<LintInput> inputs)
    {
        _linter = linter;
        _seen = new HashSet<string>(StringComparer.Ordinal) { inputs[0].Source.Text };
        _few = inputs[0].Source.Length < LargeText ? 16 : 4;
        _start = State = FixState.Of(linter, inputs);
    }

    /// <summary>The text with the fixes that held so far.</summary>
    internal FixState State { get; private set; }

    /// <summary>Whether another program that had been asked before could not be asked about a result.</summary>
    internal bool HasLostForeign { get; private set; }

    /// <summary>Applies those of some fixes that hold; they do not disturb each other.</summary>
    internal List<ChosenFix> Apply(IReadOnlyList<ChosenFix> fixes, List<RejectedFix> rejected)
    {
        (_start, _accepted) = (State, []);
        if (fixes.Count <= _few)
        {
            Halve(fixes, rejected);
        }
        else
        {
            foreach (var group in Narrow(fixes))
            {
                Retry(group, group.Count == fixes.Count, rejected);
            }
        }

        _seen.Add(State.Input.Source.Text);
        return _accepted;
    }

    private void Retry(List<RejectedFix> group, bool isHopeless, List<RejectedFix> rejected)
    {
        if (isHopeless)
        {
            rejected.AddRange(group);
            return;
        }

        List<ChosenFix> fixes = [.. group.Select(fix => new ChosenFix(fix.Finding, fix.Fix))];
        if (fixes.Count <= _few)
        {
            Halve(fixes, rejected);
        }
        else
        {
            rejected.AddRange(Narrow(fixes).SelectMany(rest => rest));
        }
    }

    // The fixes that were undone, those together that went at the same time.
    private List<List<RejectedFix>> Narrow(IReadOnlyList<ChosenFix> fixes)
    {
        var groups = new List<List<RejectedFix>>();
        for (var reach = 0; fixes.Count > 0 && !Try(fixes, out var problems, out var edits, out var map); reach = (2 * reach) + 1)
        {
            var blamed = new BlameList(fixes, edits, map).Find(problems, reach);
            groups.Add([.. fixes.Where(blamed.ContainsKey).Select(fix => new RejectedFix(fix.Finding, fix.Fix, blamed[fix]))]);
            fixes = [.. fixes.Where(fix => !blamed.ContainsKey(fix))];
        }

        return groups;
    }

    private void Halve(IReadOnlyList<ChosenFix> fixes, List<RejectedFix> rejected)
    {
        var pending = new Stack<IReadOnlyList<ChosenFix>>([fixes]);
        while (pending.TryPop(out var part))
        {
            if (part.Count == 0 || Try(part, out var problems, out _, out _))
            {
                continue;
            }

            if (part.Count == 1)
            {
                rejected.Add(new RejectedFix(part[0].Finding, part[0].Fix, problems[0].Reason));
            }
            else
            {
                pending.Push([.. part.Skip(part.Count / 2)]);
                pending.Push([.. part.Take(part.Count / 2)]);
            }
        }
    }

    // With those that were accepted in this round already; on success the state is the result.
    private bool Try(IReadOnlyList<ChosenFix> fixes, out IReadOnlyList<FixProblem> problems, out EditSet edits, out EditMap map)
    {
        List<ChosenFix> all = [.. _accepted, .. fixes];
        var isSet = EditSet.TryCreate(all.SelectMany(fix => fix.Fix.Edits.Edits), out var set);
        (edits, map) = (set ?? EditSet.Empty, new EditMap(set ?? EditSet.Empty));
        problems = !isSet ? [new FixProblem("its edits overlap")] : HasLostForeign ? [new FixProblem("it could not be judged")]
            : Judge(all, edits, map);
        if (problems.Count > 0)
        {
            return false;
        }

        _accepted.AddRange(fixes);
        return true;
    }

    private IReadOnlyList<FixProblem> Judge(IReadOnlyList<ChosenFix> fixes, EditSet edits, EditMap map)
    {
        var text = edits.Apply(_start.Input.Source.Text);
        var lines = fixes.SelectMany(fix => fix.Fix.IgnoreLines).Distinct(StringComparer.Ordinal).ToList();
        if (lines.Count == 0 && _seen.Contains(text))
        {
            return [new FixProblem("it would undo what another fix did")];
        }

        var source = _start.Input.Source.WithText(text);
        var inputs = _start.Inputs.Select(input => input with { Source = source, Context = input.Context?.WithIgnoreLines(lines) });
        var outcome = FixState.Of(_linter, [.. inputs]);
        var builds = Enumerable.Range(0, outcome.Texts.Count);
        HasLostForeign = builds.Any(build => outcome.Texts[build].Result.LacksForeign && !_start.Texts[build].Result.LacksForeign);
        IReadOnlyList<FixProblem> problems = HasLostForeign ? [new FixProblem("it could not be judged")]
            : [.. builds.SelectMany(build => FixJudge.FindProblems(
                _start.Texts[build], outcome.Texts[build], map, fixes, fix => _start.Twin(build, fix) ?? fix.Finding))];
        State = problems.Count == 0 ? outcome : State;
        return problems;
    }
}
