using System.Globalization;

namespace Dockerlint.Formatting;

/// <summary>
/// The patterns of <c>.editorconfig</c>: <c>*</c> any characters but a slash, <c>**</c> any characters, <c>?</c> one, <c>[abc]</c> and
/// <c>[!abc]</c> one of some, <c>{a,b}</c> alternatives, <c>{1..3}</c> numbers. A pattern without a slash speaks of names in any folder.
/// </summary>
internal static class EditorConfigGlob
{
    // A pattern made to take forever gives up.
    private const int MostSteps = 100_000;

    internal static bool Matches(string glob, string path)
    {
        var pattern = glob.StartsWith('/') ? glob[1..] : glob.Contains('/', StringComparison.Ordinal) ? glob : "**/" + glob;
        var steps = 0;
        return Matches(pattern, path, ref steps)
            || (pattern.StartsWith("**/", StringComparison.Ordinal) && Matches(pattern[3..], path, ref steps));
    }

    private static bool Matches(string pattern, string path, ref int steps)
    {
        if (++steps > MostSteps)
        {
            return false;
        }

        if (pattern.Length == 0)
        {
            return path.Length == 0;
        }

        switch (pattern[0])
        {
            case '*':
                var isDeep = pattern.StartsWith("**", StringComparison.Ordinal);
                var rest = pattern[(isDeep ? 2 : 1)..];
                for (var i = 0; i <= path.Length; i++)
                {
                    if (Matches(rest, path[i..], ref steps))
                    {
                        return true;
                    }

                    if (i < path.Length && path[i] == '/' && !isDeep)
                    {
                        break;
                    }
                }

                return false;
            case '?':
                return path.Length > 0 && path[0] != '/' && Matches(pattern[1..], path[1..], ref steps);
            case '[' when pattern.IndexOf(']', 1) is var close and > 1:
                var set = pattern[1..close];
                var isNegated = set[0] is '!' or '^';
                return path.Length > 0 && path[0] != '/' && InSet(isNegated ? set[1..] : set, path[0]) != isNegated
                    && Matches(pattern[(close + 1)..], path[1..], ref steps);
            case '{' when CloseOf(pattern) is var end and > 0:
                foreach (var alternative in Alternatives(pattern[1..end]))
                {
                    if (Matches(alternative + pattern[(end + 1)..], path, ref steps))
                    {
                        return true;
                    }
                }

                return false;
            case '\\' when pattern.Length > 1:
                return path.Length > 0 && path[0] == pattern[1] && Matches(pattern[2..], path[1..], ref steps);
            default:
                return path.Length > 0 && path[0] == pattern[0] && Matches(pattern[1..], path[1..], ref steps);
        }
    }

    private static bool InSet(string set, char c)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-' ? c >= set[i] && c <= set[i + 2] : c == set[i])
            {
                return true;
            }

            i += i + 2 < set.Length && set[i + 1] == '-' ? 2 : 0;
        }

        return false;
    }

    private static int CloseOf(string pattern)
    {
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            depth += pattern[i] == '{' ? 1 : pattern[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static List<string> Alternatives(string inner)
    {
        var range = inner.Split("..");
        if (range.Length == 2 && int.TryParse(range[0], CultureInfo.InvariantCulture, out var first)
            && int.TryParse(range[1], CultureInfo.InvariantCulture, out var last)
            && last - first is >= 0 and < 1000)
        {
            return [.. Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        }

        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            depth += inner[i] == '{' ? 1 : inner[i] == '}' ? -1 : 0;
            if (inner[i] == ',' && depth == 0)
            {
                parts.Add(inner[start..i]);
                start = i + 1;
            }
        }

        parts.Add(inner[start..]);

        // Braces around a single text are characters.
        return parts.Count == 1 ? ["\\{" + inner + "\\}"] : parts;
    }
}
