using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>Makes items for one place.</summary>
/// <param name="document">The document.</param>
/// <param name="offset">The place.</param>
/// <param name="client">What the client can do.</param>
internal sealed class CompletionItems(OpenDocument document, int offset, ClientCapabilities client)
{
    // The kinds of items that the protocol has.
    internal const int Variable = 6;
    internal const int Class = 7;
    internal const int Module = 9;
    internal const int Property = 10;
    internal const int Value = 12;
    internal const int Keyword = 14;
    internal const int File = 17;
    internal const int Folder = 19;
    internal const int Rule = 20;

    /// <summary>An item in place of what is typed.</summary>
    /// <param name="label">What is shown, and put in unless something else is given.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="length">How many characters before the place it replaces.</param>
    /// <param name="detail">What is shown beside it.</param>
    /// <param name="text">What is said of it, in Markdown.</param>
    /// <param name="inserted">What is put in.</param>
    internal CompletionItem Of(string label, int kind, int length, string? detail = null, string? text = null, string? inserted = null) =>
        new(VisibleText.WellFormed(label), kind, detail, text is null ? null : Texts.Markup(client, text), null,
            new Replacement(
                document.Positions.RangeOf(TextSpan.FromBounds(Math.Max(0, offset - length), offset)),
                VisibleText.WellFormed(inserted ?? label)),
            null, null);
}
