using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Dockerlint.Linting.Custom;

/// <summary>
/// Patterns of which one has to fit: <c>*</c> stands for any characters and <c>?</c> for one, two numbers with a dash for the numbers from
/// one to the other; what begins with <c>!</c> must not fit. <c>true</c> fits whatever is there, <c>false</c> what is not there.
/// </summary>
/// <param name="patterns">The patterns as written.</param>
public sealed class PatternList(IEnumerable<string> patterns)
{
    private readonly ImmutableArray<string> _wanted = [.. patterns.Where(pattern => !IsNegative(pattern))];
    private readonly ImmutableArray<string> _unwanted = [.. patterns.Where(IsNegative).Select(pattern => pattern[1..])];

    /// <summary>The patterns that have to fit, as written.</summary>
    public IReadOnlyList<string> Wanted => _wanted;

    /// <summary>Whether the value fits; null when nobody knows.</summary>
    public bool? Matches(CustomValue value) =>
        !value.IsKnown ? (_unwanted.IsEmpty && _wanted is [.., "*"] ? true : null)
        : value.Text is not { } text ? (_wanted.IsEmpty || _wanted.Contains("false"))
        : Matches([text]);

    /// <summary>Whether something that has several names, or is written in several ways, fits.</summary>
    public bool Matches(IReadOnlyCollection<string> names) =>
        (_wanted.IsEmpty || _wanted.Any(pattern => names.Any(name => Fits(pattern, name))))
        && !_unwanted.Any(pattern => names.Any(name => Fits(pattern, name)));

    /// <summary>
    /// A text with its stars replaced, one by one, by what the stars of the first pattern that fits stand for; null when it has more.
    /// </summary>
    public string? Fill(string text, IReadOnlyCollection<string> names)
    {
        if (!text.Contains('*', StringComparison.Ordinal))
        {
            return text;
        }

        foreach (var pattern in _wanted)
        {
            foreach (var name in names)
            {
                var parts = new List<string>();
                if (Glob(pattern, name, parts))
                {
                    return Fill(text, parts);
                }
            }
        }

        return null;
    }

    private static string? Fill(string text, List<string> parts)
    {
        var result = new StringBuilder();
        var used = 0;
        foreach (var c in text)
        {
            if (c != '*')
            {
                result.Append(c);
            }
            else if (used == parts.Count)
            {
                return null;
            }
            else
            {
                result.Append(parts[used++]);
            }
        }

        return result.ToString();
    }

    private static bool IsNegative(string pattern) => pattern is ['!', _, ..];

    private static bool Fits(string pattern, string text) => pattern == "true"
        || (IsRange(pattern, out var least, out var most) && Number(text) is { } number ? number >= least && number <= most
            : Glob(pattern, text, null));

    private static bool IsRange(string pattern, out long least, out long most)
    {
        (least, most) = (0, 0);
        return pattern.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash
            && Number(pattern[..dash]) is { } first && Number(pattern[(dash + 1)..]) is { } last
            && (least = first) <= (most = last);
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Goes back to the last star alone: enough for patterns without classes, and never slower than the product of both lengths.
    private static bool Glob(string pattern, string text, List<string>? parts)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        var starts = new List<(int Start, int End)>();
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, t);
                starts.Add((t, t));
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++mark);
                starts[^1] = (starts[^1].Start, mark);
            }
            else
            {
                return false;
            }
        }

        for (; p < pattern.Length && pattern[p] == '*'; p++)
        {
            starts.Add((t, t));
        }

        parts?.AddRange(starts.Select(part => text[part.Start..part.End]));
        return p == pattern.Length;
    }
}
