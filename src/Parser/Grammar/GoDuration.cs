using System.Globalization;

namespace Dockerlint.Syntax.Grammar;

/// <summary>Durations as Go writes them: <c>1m30s</c>, <c>500ms</c>, <c>1.5h</c>, <c>0</c>.</summary>
public static class GoDuration
{
    // A Go duration is a 64-bit count of nanoseconds.
    private const double LongestMilliseconds = long.MaxValue / 1e6;

    private static readonly (string Unit, double Milliseconds)[] s_units =
        [("ns", 1e-6), ("us", 1e-3), ("\u00b5s", 1e-3), ("\u03bcs", 1e-3), ("ms", 1), ("s", 1e3), ("m", 6e4), ("h", 3.6e6)];

    /// <summary>What is wrong with the value of a HEALTHCHECK flag, or null.</summary>
    internal static string? Problem(string flag, string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        return Parse(value) switch
        {
            null => $"flag --{flag} expects a duration such as 30s or 1m30s, not {value}",
            0 or >= 1 => null,
            _ => $"flag --{flag} cannot be less than 1ms",
        };
    }

    /// <summary>Milliseconds, or null when the text is no duration.</summary>
    public static double? Parse(string text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var negative = text[0] == '-';
        var position = text[0] is '-' or '+' ? 1 : 0;
        if (text[position..] == "0")
        {
            return 0;
        }

        if (position == text.Length)
        {
            return null;
        }

        var total = 0.0;
        while (position < text.Length)
        {
            var start = position;
            while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.'))
            {
                position++;
            }

            if (!double.TryParse(
                text.AsSpan(start, position - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var unitStart = position;
            while (position < text.Length && !char.IsAsciiDigit(text[position]) && text[position] != '.')
            {
                position++;
            }

            var unit = Array.Find(s_units, candidate => text.AsSpan(unitStart, position - unitStart).SequenceEqual(candidate.Unit));
            if (unit.Unit is null)
            {
                return null;
            }

            total += number * unit.Milliseconds;
        }

        if (total > LongestMilliseconds)
        {
            return null;
        }

        return negative ? -total : total;
    }
}
