using Dockerlint.LanguageServer.Protocol;

namespace Dockerlint.LanguageServer.Features;

/// <summary>Texts as a client can show them.</summary>
internal static class Texts
{
    /// <summary>Markdown where the client shows it; else the same without its marks.</summary>
    internal static MarkupContent Markup(ClientCapabilities client, string markdown) => client.HasMarkdown
        ? new MarkupContent("markdown", markdown)
        : new MarkupContent("plaintext", markdown.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal));

    /// <summary>A text of a file as code within Markdown, so that nothing in it means anything there.</summary>
    internal static string Code(string text)
    {
        var shown = Dockerlint.Text.VisibleText.Escape(text);
        var fence = shown.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        return shown.Length == 0 ? "(empty)"
            : fence.Length == 2 ? $"`` {shown.Replace("``", "` `", StringComparison.Ordinal)} ``" : $"`{shown}`";
    }
}
