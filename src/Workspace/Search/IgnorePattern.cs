namespace Dockerlint.Workspace;

/// <summary>Matches one name against one segment of an ignore pattern: <c>*</c>, <c>?</c>, sets in brackets, and backslashes.</summary>
internal static class IgnorePattern
{
    internal static bool Matches(string pattern, string name)
    {
        // The last star takes one character more whenever the rest does not fit.
        int p = 0, n = 0, star = -1, retry = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = ++p;
                retry = n;
            }
            else if (p < pattern.Length && MatchesOne(pattern, ref p, name, ref n))
            {
                continue;
            }
            else if (star >= 0)
            {
                p = star;
                n = ++retry;
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

    /// <summary>The end of the set that starts at a bracket; 0 if it is never closed.</summary>
    internal static int EndOfSet(string pattern, int start)
    {
        var p = start + 1;
        p += p < pattern.Length && pattern[p] is '!' or '^' ? 1 : 0;
        for (var isFirst = true; p < pattern.Length; isFirst = false)
        {
            if (pattern[p] == ']' && !isFirst)
            {
                return p + 1;
            }

            var close = pattern[p] == '[' && p + 1 < pattern.Length && pattern[p + 1] == ':'
                ? pattern.IndexOf(":]", p + 2, StringComparison.Ordinal) : -1;
            p = close >= 0 ? close + 2 : p + (pattern[p] == '\\' ? 2 : 1);
        }

        return 0;
    }

    private static bool MatchesOne(string pattern, ref int p, string name, ref int n)
    {
        var isMatch = pattern[p] switch
        {
            '?' => true,
            '[' => EndOfSet(pattern, p) is var end and > 0 && MatchesSet(pattern.AsSpan((p + 1)..(end - 1)), name[n]),
            '\\' => p + 1 < pattern.Length && pattern[p + 1] == name[n],
            var c => c == name[n],
        };
        if (!isMatch)
        {
            return false;
        }

        p = pattern[p] switch
        {
            '[' => EndOfSet(pattern, p),
            '\\' => p + 2,
            _ => p + 1,
        };
        n++;
        return true;
    }

    private static bool MatchesSet(ReadOnlySpan<char> set, char c)
    {
        var isNegated = set[0] is '!' or '^';
        set = isNegated ? set[1..] : set;
        var found = false;
        while (!set.IsEmpty)
        {
            if (set.StartsWith("[:") && set[2..].IndexOf(":]") is var close and >= 0)
            {
                if (IsInClass(set.Slice(2, close), c) is not { } isIn)
                {
                    return false;
                }

                found |= isIn;
                set = set[(close + 4)..];
                continue;
            }

            var low = TakeOne(ref set);
            if (set.Length > 1 && set[0] == '-')
            {
                set = set[1..];
                var high = TakeOne(ref set);

                // As git: the first character of a range fits even where the range runs backwards.
                found |= c == low || (c >= low && c <= high);
            }
            else
            {
                found |= c == low;
            }
        }

        return found != isNegated;
    }

    private static char TakeOne(ref ReadOnlySpan<char> set)
    {
        var skip = set[0] == '\\' && set.Length > 1 ? 1 : 0;
        var c = set[skip];
        set = set[(skip + 1)..];
        return c;
    }

    private static bool? IsInClass(ReadOnlySpan<char> name, char c) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "alpha" => char.IsAsciiLetter(c),
        "blank" => c is ' ' or '\t',
        "cntrl" => c is < ' ' or '\x7f',
        "digit" => char.IsAsciiDigit(c),
        "graph" => c is > ' ' and < '\x7f',
        "lower" => char.IsAsciiLetterLower(c),
        "print" => c is >= ' ' and < '\x7f',
        "punct" => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "upper" => char.IsAsciiLetterUpper(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        _ => null,
    };
}
