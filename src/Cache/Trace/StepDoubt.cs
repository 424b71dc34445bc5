namespace Dockerlint.Cache;

/// <summary>How sure it is what became of a step.</summary>
internal static class StepDoubt
{
    /// <summary>How sure the status of a step is, where no file that is made again may come out the same.</summary>
    /// <param name="outcome">The step.</param>
    /// <param name="above">The step before it in the stage; null at its bottom.</param>
    /// <param name="isAssumed">Whether what it stands on is what it is taken to be, and not known to be.</param>
    internal static StepCertainty CertaintyOf(StepOutcome outcome, StepOutcome? above, bool isAssumed)
    {
        var doubtful = outcome.Key.Inputs.FirstOrDefault(input => input.IsAssumed);
        if (outcome.Status == StepStatus.Reused)
        {
            return isAssumed || doubtful is not null ? StepCertainty.Likely : StepCertainty.Certain;
        }

        // On a step that is reused, or taken to be, one is rebuilt for a reason of its own.
        var isOwn = above is null ? !isAssumed : above is { Status: StepStatus.Reused } or { IsAskedAgain: true };
        return isOwn ? doubtful is null ? StepCertainty.Certain : StepCertainty.Likely
            : !isAssumed ? StepCertainty.Certain
            : doubtful is { Kind: KeyInputKind.Remote } ? StepCertainty.Open
            : StepCertainty.Likely;
    }

    /// <summary>
    /// A step that asks an address over HTTP, which the engine does before it knows the key (source/http): measured, one whose answer is
    /// the same is done again in about a third of all builds, and what is behind it never is.
    /// </summary>
    internal static StepOutcome AskedAgain(StepOutcome outcome) =>
        outcome.Status == StepStatus.Reused && outcome.Key.Inputs.Any(input => input is { IsAssumed: true, Kind: KeyInputKind.Remote }
            && !CopyKeys.IsGit(input.Value ?? ""))
            ? outcome with { Status = StepStatus.Rebuilt, Certainty = StepCertainty.Open, IsAskedAgain = true } : outcome;
}
