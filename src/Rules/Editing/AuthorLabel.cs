using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Writes the label that says what a MAINTAINER says.</summary>
internal static class AuthorLabel
{
    private const string Name = "org.opencontainers.image.authors";

    /// <summary>
    /// The fix; none where the text is not on one line or the file sets the label already. The image then has a label instead of an
    /// author, which is why it is not applied unasked.
    /// </summary>
    internal static IReadOnlyList<Fix> Instead(MaintainerInstruction maintainer, SyntaxTree tree)
    {
        var text = maintainer.Argument.RawText;
        var span = TextSpan.FromBounds(maintainer.Keyword.Span.Start, maintainer.Argument.Span.End);
        if (maintainer.Argument.Span.Length != text.Length || tree.Source.Slice(span).Contains('\n') || IsSet(tree))
        {
            return [];
        }

        var keyword = maintainer.Keyword.LogicalText == "maintainer" ? "label" : "LABEL";
        return Fix.Of("use the label for authors", Applicability.Unsafe,
            new TextEdit(span, $"{keyword} {Name}={Quoted(Plain(text), tree.Root.EscapeCharacter)}"));
    }

    private static bool IsSet(SyntaxTree tree) => tree.Root.Instructions.OfType<LabelInstruction>().SelectMany(label => label.Pairs)
        .Any(pair => pair.Key.LiteralValue is null or Name);

    // MAINTAINER takes its text as it is, quotes and all; people put quotes around it, or around the name, all the same.
    private static string Plain(string text)
    {
        if (text.Length > 1 && text[0] is '"' or '\'' && text.IndexOf(text[0], 1) is > 0 and var end)
        {
            return end == text.Length - 1 ? text[1..end]
                : text[end + 1] is ' ' or '\t' ? text[1..end] + text[(end + 1)..]
                : text;
        }

        return text;
    }

    private static string Quoted(string text, char escape) =>
        $"\"{string.Concat(text.Select(c => c is '"' or '$' || c == escape ? $"{escape}{c}" : $"{c}"))}\"";
}
