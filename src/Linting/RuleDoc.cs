namespace Dockerlint.Linting;

/// <summary>The documentation of a rule. Texts may be broken into lines as the source wants it: a line end is a blank.</summary>
/// <param name="Summary">What it reports, in one sentence.</param>
/// <param name="Why">Why that matters.</param>
/// <param name="Examples">Files that show it.</param>
public sealed record RuleDoc(string Summary, string Why, IReadOnlyList<RuleExample> Examples)
{
    /// <summary>What it reports, in one sentence.</summary>
    public string Summary { get => OnOneLine(field); init; } = Summary;

    /// <summary>Why that matters.</summary>
    public string Why { get => OnOneLine(field); init; } = Why;

    /// <summary>What to do about it; null when that is plain from the examples.</summary>
    public string? Remedy { get => field is null ? null : OnOneLine(field); init; }

    private static string OnOneLine(string text) => text.Replace('\n', ' ');
}
