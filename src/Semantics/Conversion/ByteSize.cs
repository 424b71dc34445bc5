using System.Globalization;

namespace Dockerlint.Semantics.Conversion;

/// <summary>Sizes such as <c>100</c>, <c>1.5m</c>, <c>64 MiB</c> (go-units, RAMInBytes).</summary>
public static class ByteSize
{
    /// <summary>Whether it is a number with a unit, or without.</summary>
    public static bool IsValid(string text)
    {
        var end = text.AsSpan().LastIndexOfAny("0123456789.") + 1;
        if (end == 0)
        {
            return false;
        }

        var unit = text[end..].ToLowerInvariant();
        unit = unit.StartsWith(' ') ? unit[1..] : unit;
        return double.TryParse(
            text.AsSpan(0, end), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _)
            && (unit is "" or "b" || (unit[0] is 'k' or 'm' or 'g' or 't' or 'p' && unit[1..] is "" or "b" or "ib"));
    }
}
