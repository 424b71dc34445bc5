using System.Text;

namespace Dockerlint.Linting.Targets;

/// <summary>
/// Expands the variables of a Compose file as the Compose Specification describes it: <c>$X</c>, <c>${X}</c>, and with <c>-</c>,
/// <c>?</c> or <c>+</c>, each with or without a colon, in braces; <c>$$</c> is a dollar sign.
/// </summary>
internal static class ComposeVariables
{
    // Defaults may hold variables in turn.
    private const int DeepestNesting = 20;

    /// <summary>The text with values in place of variables; null when one is not set and has no default.</summary>
    internal static string? Expand(string text, Func<string, string?> variable) => Expand(text, variable, 0, static (_, _) => null);

    /// <summary>
    /// The text as Compose itself would have it: a variable that is not set is empty. What Compose rejects, and variables whose values
    /// must not be told, stay as they are written.
    /// </summary>
    internal static string Fill(string text, Func<string, string?> variable, Func<string, bool> isPrivate) => Expand(
        text, name => isPrivate(name) ? null : variable(name), 0,
        (name, written) => name is null || isPrivate(name) ? written : "")!;

    private static string? Expand(string text, Func<string, string?> variable, int depth, Func<string?, string, string?> missing)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '$' || i + 1 == text.Length)
            {
                result.Append(text[i++]);
                continue;
            }

            var next = text[i + 1];
            string? value;
            int end;
            if (next == '$')
            {
                (value, end) = ("$", i + 2);
            }
            else if (next == '{')
            {
                end = EndOfBraces(text, i + 2);
                (value, var name) = end < 0 || depth > DeepestNesting ? (null, null)
                    : Braces(text[(i + 2)..(end - 1)], variable, depth, missing);
                end = end < 0 ? text.Length : end;
                value ??= missing(name, text[i..end]);
            }
            else
            {
                end = EndOfName(text, i + 1);
                value = end == i + 1 ? "$" : variable(text[(i + 1)..end]) ?? missing(text[(i + 1)..end], text[i..end]);
            }

            if (value is null)
            {
                return null;
            }

            result.Append(value);
            i = end;
        }

        return result.ToString();
    }

    // The value, and the name if there is none because nothing sets it.
    private static (string? Value, string? Name) Braces(
        string body, Func<string, string?> variable, int depth, Func<string?, string, string?> missing)
    {
        var end = EndOfName(body, 0);
        var name = body[..end];
        var value = end == 0 ? null : variable(name);
        if (end == body.Length || end == 0)
        {
            return (value, end == 0 ? null : name);
        }

        var colon = body[end] == ':';
        var isSet = value is not null && !(colon && value.Length == 0);
        var sign = colon ? end + 1 : end;
        if (sign >= body.Length)
        {
            return (null, null);
        }

        var rest = body[(sign + 1)..];
        return body[sign] switch
        {
            '-' => (isSet ? value : Expand(rest, variable, depth + 1, missing), null),
            '+' => (isSet ? Expand(rest, variable, depth + 1, missing) : "", null),
            '?' => (isSet ? value : null, null),
            _ => (null, null),
        };
    }

    private static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (text[end] == '_' || char.IsAsciiLetter(text[end]) || (end > start && char.IsAsciiDigit(text[end]))))
        {
            end++;
        }

        return end;
    }

    // Behind the closing brace; -1 when there is none.
    private static int EndOfBraces(string text, int start)
    {
        var open = 1;
        for (var i = start; i < text.Length; i++)
        {
            open += text[i] == '{' && text[i - 1] == '$' ? 1 : text[i] == '}' ? -1 : 0;
            if (open == 0)
            {
                return i + 1;
            }
        }

        return -1;
    }
}
