namespace Dockerlint.Semantics.Context;

/// <summary>
/// The patterns of COPY and ADD sources: Go's <c>path.Match</c>. <c>*</c> and <c>?</c> do not cross a slash, <c>[a-z]</c> and
/// <c>[^a-z]</c> are classes, a backslash takes the next character literally; <c>**</c> is nothing but <c>*</c>.
/// </summary>
public static class PathGlob
{
    /// <summary>Whether a source is a pattern at all, as BuildKit decides it.</summary>
    public static bool IsPattern(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '\\')
            {
                i++;
            }
            else if (source[i] is '*' or '?' or '[')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The source without the backslashes that make characters literal.</summary>
    public static string Unescape(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Contains('\\', StringComparison.Ordinal))
        {
            return source;
        }

        var text = new System.Text.StringBuilder();
        for (var i = 0; i < source.Length; i++)
        {
            i += source[i] == '\\' && i + 1 < source.Length ? 1 : 0;
            text.Append(source[i]);
        }

        return text.ToString();
    }

    /// <summary>Whether the whole path fits the pattern; a malformed pattern fits nothing.</summary>
    public static bool IsMatch(string pattern, string path)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(path);

        // One place to come back to is enough: within a path component a later star never needs an earlier one to move.
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && MatchOne(pattern, p, path[t]) is var next && next > 0)
            {
                p = next;
                t++;
            }
            else if (star >= 0 && path[resume] != '/')
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    /// <summary>
    /// Whether Go's <c>path.Match</c> takes it for a pattern: classes are closed and not empty, no backslash stands at the end.
    /// </summary>
    public static bool IsValid(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        for (var p = 0; p < pattern.Length; p++)
        {
            if (pattern[p] == '\\')
            {
                if (++p == pattern.Length)
                {
                    return false;
                }
            }
            else if (pattern[p] == '[')
            {
                p = EndOfClass(pattern, p + 1);
                if (p < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int EndOfClass(string pattern, int p)
    {
        p += p < pattern.Length && pattern[p] == '^' ? 1 : 0;
        for (var count = 0; ; count++)
        {
            if (p < pattern.Length && pattern[p] == ']' && count > 0)
            {
                return p;
            }

            if (Member(pattern, ref p) is null)
            {
                return -1;
            }

            if (p < pattern.Length && pattern[p] == '-')
            {
                p++;
                if (Member(pattern, ref p) is null)
                {
                    return -1;
                }
            }
        }
    }

    // Where the pattern goes on behind one item that takes the character; 0 when it does not take it.
    private static int MatchOne(string pattern, int p, char character)
    {
        switch (pattern[p])
        {
            case '?':
                return character == '/' ? 0 : p + 1;
            case '[':
                return MatchClass(pattern, p + 1, character);
            case '\\':
                return p + 1 < pattern.Length && pattern[p + 1] == character ? p + 2 : 0;
            default:
                return pattern[p] == character ? p + 1 : 0;
        }
    }

    private static int MatchClass(string pattern, int p, char character)
    {
        var isNegated = p < pattern.Length && pattern[p] == '^';
        p += isNegated ? 1 : 0;
        var isMatch = false;
        for (var count = 0; ; count++)
        {
            if (p < pattern.Length && pattern[p] == ']' && count > 0)
            {
                return isMatch != isNegated && character != '/' ? p + 1 : 0;
            }

            if (Member(pattern, ref p) is not { } low)
            {
                return 0;
            }

            var high = low;
            if (p < pattern.Length && pattern[p] == '-')
            {
                p++;
                if (Member(pattern, ref p) is not { } end)
                {
                    return 0;
                }

                high = end;
            }

            isMatch |= low <= character && character <= high;
        }
    }

    private static char? Member(string pattern, ref int p)
    {
        if (p >= pattern.Length || pattern[p] is '-' or ']')
        {
            return null;
        }

        p += pattern[p] == '\\' ? 1 : 0;
        return p < pattern.Length ? pattern[p++] : null;
    }
}
