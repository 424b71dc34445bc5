namespace Dockerlint.Linting;

/// <summary>Something that got worse by fixes.</summary>
/// <param name="Reason">What, without a full stop.</param>
internal sealed record FixProblem(string Reason)
{
    /// <summary>The fix that did it for certain; null when only the place is known.</summary>
    internal ChosenFix? Fix { get; init; }

    /// <summary>Where it shows, in the text after the edits; null when it shows nowhere.</summary>
    internal int? Place { get; init; }
}
