using System.Text;

namespace Dockerlint.Tests.Architecture;

/// <summary>Blanks out comments and literals, so that a search finds code only. Line numbers are kept.</summary>
public static class CodeText
{
    public static string Of(string source)
    {
        var code = new StringBuilder(source.Length);
        var i = 0;
        while (i < source.Length)
        {
            var end = EndOfQuiet(source, i);
            if (end == i)
            {
                code.Append(source[i++]);
                continue;
            }

            code.Append(' ').Append('\n', source.AsSpan(i, end - i).Count('\n'));
            i = end;
        }

        return code.ToString();
    }

    /// <summary>Where the comment or literal that starts at <paramref name="start"/> ends; <paramref name="start"/> if none does.</summary>
    private static int EndOfQuiet(string source, int start)
    {
        var rest = source.AsSpan(start);
        if (rest.StartsWith("//"))
        {
            return EndAfter(source, start, "\n") is var end && end < source.Length ? end - 1 : end;
        }

        if (rest.StartsWith("/*"))
        {
            return EndAfter(source, start + 2, "*/");
        }

        if (rest.StartsWith("\"\"\""))
        {
            var quotes = rest.IndexOfAnyExcept('"') is var n && n < 0 ? rest.Length : n;
            return EndAfter(source, start + quotes, new string('"', quotes));
        }

        return rest[0] switch
        {
            '"' => EndOfLiteral(source, start, Verbatim(source, start)),
            '\'' => EndOfLiteral(source, start, verbatim: false),
            _ => start,
        };
    }

    private static bool Verbatim(string source, int quote) =>
        (quote > 0 && source[quote - 1] == '@')
        || (quote > 1 && source[quote - 1] == '$' && source[quote - 2] == '@');

    private static int EndOfLiteral(string source, int start, bool verbatim)
    {
        var quote = source[start];
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == '\\' && !verbatim)
            {
                i++;
            }
            else if (source[i] == quote)
            {
                if (!verbatim || i + 1 == source.Length || source[i + 1] != quote)
                {
                    return i + 1;
                }

                i++;
            }
        }

        return source.Length;
    }

    private static int EndAfter(string source, int from, string mark)
    {
        var at = source.IndexOf(mark, from, StringComparison.Ordinal);
        return at < 0 ? source.Length : at + mark.Length;
    }
}
