namespace Dockerlint.Rules;

/// <summary>What one way through a script changes.</summary>
/// <param name="Changes">The variables it sets, and what is known of them at its end.</param>
/// <param name="IsDead">Whether it does not come to its end.</param>
internal sealed record FlowBranch(IReadOnlyDictionary<string, Knowledge> Changes, bool IsDead)
{
    /// <summary>The way that changes nothing.</summary>
    internal static FlowBranch Nothing { get; } = new(new Dictionary<string, Knowledge>(), false);
}
