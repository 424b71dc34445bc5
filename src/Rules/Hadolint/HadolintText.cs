using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>How hadolint reads words: raw text, without expansion.</summary>
internal static class HadolintText
{
    private static readonly string[] s_archives =
    [
        ".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz", ".tpz", ".txz", ".xz",
    ];

    /// <summary>A text without quotes around it, of whatever kind and number.</summary>
    internal static string Unquoted(string text) => text.Trim('"', '\'');

    /// <summary>Whether a path ends like an archive; the case of the ending counts.</summary>
    internal static bool IsArchive(string path) => Array.Exists(s_archives, Unquoted(path).EndsWith);

    /// <summary>What stands behind the last slash or backslash.</summary>
    internal static string BaseName(string path) => Unquoted(path) is var text ? text[(text.LastIndexOfAny(['/', '\\']) + 1)..] : "";

    /// <summary>The name of the stage a COPY takes its files from, as written; null without the flag.</summary>
    internal static string? CopySource(CopyInstruction copy) =>
        copy.Flag("from") is { } flag ? flag.ValueWord?.RawText ?? flag.Value ?? "" : null;

    /// <summary>The value of a pair: without quotes, in the legacy form the rest of the line as it is.</summary>
    internal static string Value(KeyValueSyntax pair) =>
        pair.Value is null ? "" : pair.EqualsToken is null ? pair.Value.RawText : Text(pair.Value);

    /// <summary>The key of a pair, without quotes.</summary>
    internal static string Key(KeyValueSyntax pair) => Text(pair.Key);

    /// <summary>
    /// Whether the text refers to the variable as <c>${name}</c>, or as <c>$name</c> with no further name character behind.
    /// </summary>
    internal static bool RefersTo(string text, string name)
    {
        if (text.Contains("${" + name + "}", StringComparison.Ordinal))
        {
            return true;
        }

        for (var at = text.IndexOf("$" + name, StringComparison.Ordinal); at >= 0; at =
            text.IndexOf("$" + name, at + 1, StringComparison.Ordinal))
        {
            var behind = at + 1 + name.Length;
            if (behind == text.Length || !(char.IsAsciiLetterOrDigit(text[behind]) || text[behind] == '_'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a command that the engine runs in a shell is an exec form to hadolint: an array of strings with any backslashes, as in
    /// <c>["C:\app.exe"]</c>, which is no JSON.
    /// </summary>
    internal static bool IsArray(string text)
    {
        text = text.Trim();
        if (text.Length < 2 || text[0] != '[')
        {
            return false;
        }

        var position = 1;
        while (true)
        {
            position = SkipBlanks(text, position);
            if (position >= text.Length || text[position] != '"')
            {
                return false;
            }

            for (position++; position < text.Length && text[position] != '"'; position++)
            {
                position += text[position] == '\\' ? 1 : 0;
            }

            position = SkipBlanks(text, position + 1);
            if (position >= text.Length || text[position] != ',')
            {
                return position == text.Length - 1 && text[position] == ']';
            }

            position++;
        }
    }

    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private static string Text(WordSyntax word) => string.Concat(word.Parts.Select(part => part is QuotedSyntax { IsTerminated: true }
        ? part.LogicalText[1..^1]
        : part.LogicalText));
}
