using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// Fixes a file in rounds. A round applies the fixes that do not disturb each other, parses and lints the result, and keeps it
/// only if nothing got worse; where something did, the fixes to blame are found by halving and undone. Fixes that overlap wait for
/// the next round.
/// </summary>
/// <param name="linter">Finds what is to be fixed, and judges the result.</param>
/// <param name="selection">Which fixes are wanted.</param>
public sealed class FixLoop(Linter linter, FixSelection selection)
{
    /// <summary>After this many rounds the loop gives up.</summary>
    public const int MostRounds = 10;

    /// <summary>Fixes a text; nothing but the result is changed.</summary>
    public FixResult Run(LintInput input)
    {
        var before = linter.Lint(input);
        var state = new State(input, before);
        var applied = new List<ChosenFix>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { input.Source.Text };
        for (var round = 0; ; round++)
        {
            var chosen = Choose(state.Result);
            var rejected = new List<RejectedFix>();
            if (round == MostRounds && chosen.Count > 0)
            {
                return new FixResult(state.Input.Source, before, state.Result, applied, rejected, IsFinished: false);
            }

            // What a revealing fix uncovers is no reason to undo it, so it must not hide what another fix breaks.
            var accepted = Apply(ref state, [.. chosen.Where(fix => !fix.Fix.Reveals)], seen, rejected);
            accepted = accepted.Count > 0 ? accepted : Apply(ref state, [.. chosen.Where(fix => fix.Fix.Reveals)], seen, rejected);
            if (accepted.Count == 0)
            {
                return new FixResult(state.Input.Source, before, state.Result, applied, rejected, IsFinished: true);
            }

            applied.AddRange(accepted);
            seen.Add(state.Input.Source.Text);
        }
    }

    // Findings are sorted, so of two fixes that overlap the upper one comes first.
    private List<ChosenFix> Choose(LintResult result)
    {
        var chosen = new List<ChosenFix>();
        var edits = new List<TextEdit>();
        foreach (var finding in result.Diagnostics)
        {
            if (selection.Choose(finding) is { } fix && EditSet.TryCreate([.. edits, .. fix.Edits.Edits], out _))
            {
                chosen.Add(new ChosenFix(finding, fix));
                edits.AddRange(fix.Edits.Edits);
            }
        }

        return chosen;
    }

    private List<ChosenFix> Apply(ref State state, IReadOnlyList<ChosenFix> fixes, HashSet<string> seen, List<RejectedFix> rejected)
    {
        var start = state;
        var accepted = new List<ChosenFix>();
        var pending = new Stack<IReadOnlyList<ChosenFix>>();
        pending.Push(fixes);
        while (pending.TryPop(out var part))
        {
            if (part.Count == 0)
            {
                continue;
            }

            if (Try(start, [.. accepted, .. part], seen, out var outcome) is not { } problem)
            {
                accepted.AddRange(part);
                state = outcome;
            }
            else if (part.Count == 1)
            {
                rejected.Add(new RejectedFix(part[0].Finding, part[0].Fix, problem));
            }
            else
            {
                var half = part.Count / 2;
                pending.Push([.. part.Skip(half)]);
                pending.Push([.. part.Take(half)]);
            }
        }

        return accepted;
    }

    private string? Try(State start, IReadOnlyList<ChosenFix> fixes, HashSet<string> seen, out State outcome)
    {
        outcome = start;
        if (!EditSet.TryCreate(fixes.SelectMany(fix => fix.Fix.Edits.Edits), out var edits))
        {
            return "its edits overlap";
        }

        var text = edits.Apply(start.Input.Source.Text);
        var lines = fixes.SelectMany(fix => fix.Fix.IgnoreLines).Distinct(StringComparer.Ordinal).ToList();
        if (lines.Count == 0 && seen.Contains(text))
        {
            return "it would undo what another fix did";
        }

        var input = start.Input with { Source = start.Input.Source.WithText(text), Context = start.Input.Context?.WithIgnoreLines(lines) };
        outcome = new State(input, linter.Lint(input));
        return FixJudge.FindProblem(start.Result, outcome.Result, edits, fixes);
    }

    private readonly record struct State(LintInput Input, LintResult Result);
}
