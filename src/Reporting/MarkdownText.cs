using System.Text;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>
/// Text in a table of Markdown. Whatever has a meaning in Markdown or HTML loses it; a space without width keeps mentions, references and
/// addresses, which are made links after that, from being any.
/// </summary>
internal static class MarkdownText
{
    private const string NoWidth = "&#8203;";

    /// <summary>The text as it is to be shown.</summary>
    internal static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in VisibleText.Escape(text))
        {
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '@' => result.Append("@" + NoWidth),
                '#' => result.Append("\\#" + NoWidth),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '!' => result.Append('\\').Append(c),
                _ => result.Append(c),
            };
        }

        return result.Replace("://", $":{NoWidth}//").Replace("www.", $"www.{NoWidth}").ToString();
    }
}
