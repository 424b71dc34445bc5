using System.Buffers;

namespace Dockerlint.Rules;

/// <summary>
/// Whether a text was meant to be a JSON array: a bracket also opens the test command of a shell, and a set of characters in a pattern.
/// Asked only for texts that are no array of strings.
/// </summary>
internal static class ArrayLook
{
    private const string Quotes = "\"'\u201C\u201D";

    private static readonly SearchValues<char> s_marks = SearchValues.Create(Quotes);

    /// <summary>For CMD, ENTRYPOINT and HEALTHCHECK, which have little use for a test.</summary>
    internal static bool OfCommand(string text) => text is ['[', not '[', _, ..]
        && !(text[1] == ' ' && text.Contains(" ]", StringComparison.Ordinal) && !text.Contains(',', StringComparison.Ordinal));

    /// <summary>For RUN: no test begins with a quote right behind the bracket, or has a comma behind its first word.</summary>
    internal static bool OfScript(string text) => text is ['[', not '[', _, ..]
        && (s_marks.Contains(text[1]) ? ClosesFirst(text, 1) is not '=' and not '*'
            : text[1..].TrimStart(' ') is { Length: > 0 } inner
                && (s_marks.Contains(inner[0]) ? ClosesFirst(text, text.Length - inner.Length) == ',' : IsListOfWords(text)));

    /// <summary>For COPY and ADD, whose sources may be patterns.</summary>
    internal static bool OfPaths(string text) => text is ['[', ..] && ((text[1..].TrimStart(' ') is [var first, ..]
        && s_marks.Contains(first)) || text is ['[', ' ', ..] || (text.Contains(", ", StringComparison.Ordinal) && IsListOfWords(text)));

    /// <summary>For VOLUME, which knows no patterns.</summary>
    internal static bool OfFolders(string text) => text is ['[', ..];

    // What stands behind the first string; the zero character at the end of the text.
    private static char ClosesFirst(string text, int quote)
    {
        var end = text[quote] is '"' or '\'' ? text.IndexOf(text[quote], quote + 1)
            : text.AsSpan(quote + 1).IndexOfAny(s_marks) + quote + 1;
        var rest = end <= quote ? "" : text[(end + 1)..].TrimStart(' ');
        return rest.Length == 0 ? '\0' : rest[0];
    }

    // [echo, hi]: words of plain characters, the first with a comma behind it.
    private static bool IsListOfWords(string text)
    {
        var close = text.IndexOf(']', StringComparison.Ordinal);
        var parts = close < 0 ? [] : text[1..close].Split(',');
        return parts.Length > 1 && Array.TrueForAll(parts, part => part.Trim() is { Length: > 0 } word
            && word.All(c => char.IsAsciiLetterOrDigit(c) || "./_-${}:=+@ ".Contains(c, StringComparison.Ordinal)))
            && !parts[0].Trim().Contains(' ', StringComparison.Ordinal);
    }
}
