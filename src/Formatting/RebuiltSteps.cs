namespace Dockerlint.Formatting;

/// <summary>The steps of a build that a change of the layout makes the builder do again once.</summary>
/// <param name="Lines">The lines, in the formatted file, of steps that are done again for certain.</param>
/// <param name="Perhaps">The lines of steps that are done again only if the files they take from such a step come out different.</param>
public sealed record RebuiltSteps(IReadOnlyList<int> Lines, IReadOnlyList<int> Perhaps)
{
    /// <summary>Every step is taken from the cache.</summary>
    public static RebuiltSteps None { get; } = new([], []);

    /// <summary>Whether no step is done again.</summary>
    public bool IsEmpty => Lines.Count == 0 && Perhaps.Count == 0;
}
