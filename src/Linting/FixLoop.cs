using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// Fixes a file in rounds. A round applies the fixes that do not disturb each other, parses and lints the result, and keeps it
/// only if nothing got worse; where something did, the fixes to blame are found and undone. Fixes that touch each other wait for
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
        ArgumentNullException.ThrowIfNull(input);
        var before = linter.Lint(input);
        var state = new FixState(input, before);
        var applied = new List<ChosenFix>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { input.Source.Text };
        for (var round = 0; ; round++)
        {
            var chosen = Choose(state.Result);
            if (round == MostRounds && chosen.Count > 0)
            {
                return new FixResult(state.Input.Source, before, state.Result, applied, [], IsFinished: false);
            }

            // What a revealing fix uncovers is no reason to undo it, so it must not hide what another fix breaks.
            var trial = new FixRound(linter, state, seen);
            trial.Apply([.. chosen.Where(fix => !fix.Fix.Reveals)]);
            if (trial.Accepted.Count == 0)
            {
                trial.Apply([.. chosen.Where(fix => fix.Fix.Reveals)]);
            }

            state = trial.State;
            if (trial.Accepted.Count == 0)
            {
                return new FixResult(state.Input.Source, before, state.Result, applied, trial.Rejected, IsFinished: true);
            }

            applied.AddRange(trial.Accepted);
            seen.Add(state.Input.Source.Text);
        }
    }

    // Findings are sorted, so of two fixes that touch each other the upper one comes first.
    private List<ChosenFix> Choose(LintResult result)
    {
        var chosen = new List<ChosenFix>();
        var taken = new TakenPlaces();
        foreach (var finding in result.Diagnostics)
        {
            if (selection.Choose(finding) is { } fix && taken.TryTake(fix.Edits.Edits))
            {
                chosen.Add(new ChosenFix(finding, fix));
            }
        }

        return chosen;
    }
}
