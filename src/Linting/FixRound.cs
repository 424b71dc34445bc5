using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// One round of fixing. All fixes are tried at once. Where something got worse, the fixes of the instructions concerned are taken
/// out and tried again, one of an instruction but many instructions at a time; what cannot be laid to a place is found by halving.
/// So the text is linted a few times, not once for each fix.
/// </summary>
/// <param name="linter">Judges the texts.</param>
/// <param name="start">The text the round begins with.</param>
/// <param name="seen">Texts that earlier rounds ended with.</param>
internal sealed class FixRound(Linter linter, FixState start, IReadOnlySet<string> seen)
{
    // A round lints so many characters at most: a short text gets very many tries, a very long one at least a few.
    private const int Patience = 1_500_000;
    private const int FewestTries = 8;
    private const int MostTries = 200;

    // After so many tries that each blamed other places, halving is quicker.
    private const int MostBlames = 4;

    private readonly InstructionPlaces _places = new(start.Result.Tree);
    private readonly FixState _start = start;
    private readonly List<ChosenFix> _accepted = [];
    private readonly List<RejectedFix> _rejected = [];
    private int _triesLeft = Math.Clamp(Patience / Math.Max(1, start.Input.Source.Text.Length), FewestTries, MostTries);

    /// <summary>The text as far as it has come.</summary>
    internal FixState State { get; private set; } = start;

    /// <summary>The fixes that held.</summary>
    internal IReadOnlyList<ChosenFix> Accepted => _accepted;

    /// <summary>The fixes that were undone, in the order of their findings.</summary>
    internal IReadOnlyList<RejectedFix> Rejected => [.. _rejected.OrderBy(rejected => rejected.Finding.Span.Start)];

    /// <summary>Tries some fixes, and keeps what holds.</summary>
    internal void Apply(IReadOnlyList<ChosenFix> fixes)
    {
        var suspects = Settle([.. fixes]);
        while (suspects.Count > 0)
        {
            var taken = new HashSet<int>();
            var turns = suspects.ToLookup(suspect => taken.Add(_places.Of(suspect.Fix)));
            _rejected.AddRange(Settle([.. turns[true].Select(suspect => suspect.Fix)])
                .Select(suspect => new RejectedFix(suspect.Fix.Finding, suspect.Fix.Fix, suspect.Reason)));
            suspects = [.. turns[false]];
        }
    }

    // Keeps all that hold together, and returns those in whose places something got worse.
    private List<(ChosenFix Fix, string Reason)> Settle(List<ChosenFix> active)
    {
        var blamed = new List<(ChosenFix Fix, string Reason)>();
        for (var blames = 0; active.Count > 0; blames++)
        {
            var problems = Try(active);
            if (problems is { Count: 0 })
            {
                break;
            }

            var guilty = problems is null || blames == MostBlames ? [] : Blame(problems, active);
            if (guilty.Count == 0)
            {
                Halve(active, problems?[0].Reason ?? "there are too many to tell which");
                break;
            }

            blamed.AddRange(active.Where(guilty.ContainsKey).Select(fix => (fix, guilty[fix])));
            active = [.. active.Where(fix => !guilty.ContainsKey(fix))];
        }

        return blamed;
    }

    private Dictionary<ChosenFix, string> Blame(IReadOnlyList<FixProblem> problems, List<ChosenFix> active)
    {
        var guilty = new Dictionary<ChosenFix, string>(ReferenceEqualityComparer.Instance);
        var byPlace = active.SelectMany(fix => _places.AllOf(fix).Select(place => (place, fix))).ToLookup(entry => entry.place, entry => entry.fix);
        var isActive = active.ToHashSet<ChosenFix>(ReferenceEqualityComparer.Instance);
        foreach (var problem in problems)
        {
            foreach (var fix in problem.Fix is null ? byPlace[_places.At(problem.Offset)] : [problem.Fix])
            {
                if (isActive.Contains(fix))
                {
                    guilty.TryAdd(fix, problem.Reason);
                }
            }
        }

        return guilty;
    }

    private void Halve(List<ChosenFix> fixes, string reason)
    {
        var pending = new Stack<List<ChosenFix>>();
        pending.Push(fixes);
        while (pending.TryPop(out var part))
        {
            var problems = Try(part);
            if (problems is { Count: 0 })
            {
                continue;
            }

            if (part.Count == 1 || problems is null)
            {
                var why = problems is null ? $"among the fixes tried with it one is wrong: {reason}" : problems[0].Reason;
                _rejected.AddRange(part.Select(fix => new RejectedFix(fix.Finding, fix.Fix, why)));
                continue;
            }

            var half = part.Count / 2;
            pending.Push(part[half..]);
            pending.Push(part[..half]);
        }
    }

    // What is wrong with the text that these fixes, too, are applied to; nothing when they are kept, null when no try is left.
    private IReadOnlyList<FixProblem>? Try(List<ChosenFix> more)
    {
        if (_triesLeft-- <= 0)
        {
            return null;
        }

        List<ChosenFix> fixes = [.. _accepted, .. more];
        if (!EditSet.TryCreate(fixes.SelectMany(fix => fix.Fix.Edits.Edits), out var edits))
        {
            return [new FixProblem("its edits overlap", 0, more.Count == 1 ? more[0] : null)];
        }

        var text = edits.Apply(_start.Input.Source.Text);
        var lines = fixes.SelectMany(fix => fix.Fix.IgnoreLines).Distinct(StringComparer.Ordinal).ToList();
        if (lines.Count == 0 && seen.Contains(text))
        {
            return [new FixProblem("it would undo what another fix did", more[0].Finding.Span.Start, more.Count == 1 ? more[0] : null)];
        }

        var input = _start.Input with { Source = _start.Input.Source.WithText(text), Context = _start.Input.Context?.WithIgnoreLines(lines) };
        var outcome = new FixState(input, linter.Lint(input));
        var problems = FixJudge.FindProblems(_start.Result, outcome.Result, edits, fixes);
        if (problems.Count == 0)
        {
            State = outcome;
            _accepted.AddRange(more);
        }

        return problems;
    }
}
