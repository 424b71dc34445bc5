namespace Dockerlint.Cache;

/// <summary>What a build of one commit reuses of a build of its parent.</summary>
/// <param name="Commit">The commit.</param>
public sealed record ReplayedCommit(HistoryCommit Commit)
{
    /// <summary>Steps with a key that are reused.</summary>
    public int Reused { get; init; }

    /// <summary>Steps that are done again.</summary>
    public int Rebuilt { get; init; }

    /// <summary>Steps that nobody can know.</summary>
    public int Unknown { get; init; }

    /// <summary>Steps among these whose status is likely and not certain: an address is taken to answer what it did, for example.</summary>
    public int Assumed { get; init; }

    /// <summary>Why it cannot be built, or cannot be told; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>What broke the first step that is not reused; null when all are.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The seconds of the steps that are done again.</summary>
    public double Seconds { get; init; }

    /// <summary>
    /// Steps among those done again that are outside the target and the stages it starts from: results that mode=max uploads and
    /// mode=min does not.
    /// </summary>
    public int Uploads { get; init; }

    /// <summary>
    /// The status of each step of <see cref="HistoryReplay.Steps"/>, in their order; null where the commit has no such step.
    /// </summary>
    public IReadOnlyList<StepStatus?> Statuses { get; init; } = [];
}
