namespace Dockerlint.Verification;

/// <summary>A change, with what was predicted and what the engine did.</summary>
/// <param name="Name">The change in words.</param>
/// <param name="Steps">Every instruction.</param>
public sealed record ScenarioOutcome(string Name, IReadOnlyList<StepVerdict> Steps)
{
    /// <summary>Why the changed build failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>How many steps could be compared.</summary>
    public int Compared => Steps.Count(step => step.IsComparable);

    /// <summary>Steps where the engine did something else.</summary>
    public IEnumerable<StepVerdict> Disagreements => Steps.Where(step => step.IsDisagreement);
}
