using System.Diagnostics.CodeAnalysis;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// Fixes a file in rounds. A round applies the fixes that do not disturb each other, parses and lints the result, and keeps it
/// only if nothing got worse; where something did, the fixes to blame are found and undone. Fixes that overlap wait for the next
/// round.
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
        return Run([input]);
    }

    /// <summary>Fixes a text that is built in several ways: what is wrong in all of them, as long as nothing gets worse in any.</summary>
    /// <param name="inputs">The same text, once for each build; at least one.</param>
    public FixResult Run(IReadOnlyList<LintInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return TryRun(inputs, out var result) ? result : Run([.. inputs.Select(input => input with { Foreign = null })]);
    }

    // A fix is not judged without those who found things in the text before: when another program fails on the way, all is done again
    // without it.
    private bool TryRun(IReadOnlyList<LintInput> inputs, [NotNullWhen(true)] out FixResult? result)
    {
        var trial = new FixTrial(linter, inputs);
        var before = trial.State.Result;
        var (applied, rejected) = (new List<ChosenFix>(), new List<RejectedFix>());
        var (rounds, isFinished, isAll) = (0, true, true);
        var undone = new HashSet<(string RuleId, string Message, string Title)>();
        while (true)
        {
            // What was undone in this run is tried once more at the end, when the text is as it stays.
            rejected = [];
            var chosen = Choose(trial.State, undone, rejected);
            if (rounds == MostRounds && chosen.Count > 0)
            {
                isFinished = false;
                break;
            }

            // What a revealing fix uncovers is no reason to undo it, so it must not hide what another fix breaks.
            var accepted = trial.Apply([.. chosen.Where(fix => !fix.Fix.Reveals)], rejected);
            accepted = accepted.Count > 0 ? accepted : trial.Apply([.. chosen.Where(fix => fix.Fix.Reveals)], rejected);
            if (trial.HasLostForeign)
            {
                result = null;
                return false;
            }

            if (accepted.Count > 0)
            {
                applied.AddRange(accepted);
                undone.UnionWith(rejected.Select(fix => (fix.Finding.RuleId, fix.Finding.Message, fix.Fix.Title)));
                (rounds, isAll) = (rounds + 1, undone.Count == 0);
            }
            else if (isAll)
            {
                break;
            }
            else
            {
                undone.Clear();
                isAll = true;
            }
        }

        result = new FixResult(trial.State.Input.Source, before, trial.State.Result, applied, rejected, isFinished);
        return true;
    }

    // Findings are sorted, so of two fixes that overlap the upper one comes first.
    private List<ChosenFix> Choose(
        FixState state, HashSet<(string RuleId, string Message, string Title)> undone, List<RejectedFix> rejected)
    {
        var chosen = new List<ChosenFix>();
        var chooser = new FixChooser(state.Input.Source.Length);
        var seen = new HashSet<(string RuleId, TextSpan Span, string Title)>();
        foreach (var finding in state.Result.Diagnostics)
        {
            // Several builds may find the same.
            if (selection.Choose(finding) is not { } fix || undone.Contains((finding.RuleId, finding.Message, fix.Title))
                || (state.Texts.Count > 1 && !seen.Add((finding.RuleId, finding.Span, fix.Title))))
            {
                continue;
            }

            if (!chooser.IsInside(fix))
            {
                rejected.Add(new RejectedFix(finding, fix, "its edits lie outside of the file"));
            }
            else if (new ChosenFix(finding, fix) is var one && !state.IsForAll(one, selection))
            {
                rejected.Add(new RejectedFix(finding, fix, "another build of the file does not ask for it"));
            }
            else if (chooser.TryTake(fix))
            {
                chosen.Add(one);
            }
        }

        return chosen;
    }
}
