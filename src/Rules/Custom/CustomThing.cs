using Dockerlint.Linting.Custom;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Something that a custom rule may be about.</summary>
/// <param name="Span">Where it is reported.</param>
/// <param name="Names">How it is called, best first; empty when nobody knows.</param>
/// <param name="Holds">Whether it is as the conditions say; null when nobody knows.</param>
internal sealed record CustomThing(TextSpan Span, IReadOnlyCollection<string> Names, bool? Holds)
{
    /// <summary>The value that the conditions are about, for messages.</summary>
    internal string Value { get; init; } = "";

    /// <summary>Makes the edit that puts a word in its place; gives null where that cannot be done.</summary>
    internal Func<string, TextEdit?> Replace { get; init; } = _ => null;

    /// <summary>Whether it is called as a rule says; null when nobody knows.</summary>
    internal bool? IsNamed(CustomMatch match) => Names.Count == 0 ? match.Names.Matches(CustomValue.Unknown) : match.Names.Matches(Names);

    /// <summary>Puts a word in the place of one of the file, where that stands there as it is, with or without quotes.</summary>
    internal static Func<string, TextEdit?> InPlaceOf(SourceText source, TextSpan span, string? text) => word =>
        text is { Length: > 0 } && source.Slice(span).Trim(['"', '\'']).SequenceEqual(text) ? new TextEdit(span, word) : null;
}
