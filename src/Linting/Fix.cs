using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>A change that removes a finding.</summary>
/// <param name="Title">What it does, in the imperative.</param>
/// <param name="Edits">The edits, all applied or none.</param>
/// <param name="Applicability">Whether it may be applied unasked.</param>
public sealed record Fix(string Title, EditSet Edits, Applicability Applicability)
{
    /// <summary>
    /// Whether other rules may see more in the text afterwards, for example because a command now has the name they look for. What
    /// they then find was wrong before, and is no reason to undo the fix.
    /// </summary>
    public bool Reveals { get; init; }

    /// <summary>
    /// The comments, by where they stand, that the fix means to change or to remove. Every other comment of the file has to be in it
    /// afterwards, word for word.
    /// </summary>
    public IReadOnlyList<TextSpan> ChangedComments { get; init; } = [];

    /// <summary>
    /// Lines to add at the end of the .dockerignore file that applies, which is made where there is none: the only file a fix may
    /// change beside the Dockerfile.
    /// </summary>
    public IReadOnlyList<string> IgnoreLines { get; init; } = [];

    /// <summary>A fix that adds lines to the .dockerignore file; empty without lines.</summary>
    public static IReadOnlyList<Fix> Ignoring(string title, IReadOnlyList<string> lines) =>
        lines.Count == 0 ? [] : [new Fix(title, EditSet.Empty, Applicability.Unsafe) { IgnoreLines = lines }];

    /// <summary>As <see cref="Of"/>, for a fix after which other rules may see more.</summary>
    public static IReadOnlyList<Fix> Revealing(string title, Applicability applicability, params IEnumerable<TextEdit> edits) =>
        [.. Of(title, applicability, edits).Select(fix => fix with { Reveals = true })];

    /// <summary>One fix from its edits, as a list to report; empty when the edits disturb each other.</summary>
    public static IReadOnlyList<Fix> Of(string title, Applicability applicability, params IEnumerable<TextEdit> edits) =>
        EditSet.TryCreate(edits, out var set) && set.Edits.Count > 0 ? [new Fix(title, set, applicability)] : [];
}
