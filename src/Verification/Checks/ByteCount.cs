using System.Globalization;

namespace Dockerlint.Verification;

/// <summary>Numbers of bytes as people read and write them.</summary>
public static class ByteCount
{
    private static readonly string[] s_units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>The number with a unit, in powers of 1000 as the docker command shows sizes.</summary>
    public static string Show(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1000 && unit < s_units.Length - 1)
        {
            (value, unit) = (value / 1000, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {s_units[unit]}");
    }

    /// <summary>Reads <c>500</c>, <c>20MB</c>, <c>1.5 GB</c>; null for anything else.</summary>
    public static long? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var digits = trimmed.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        var unit = Array.FindIndex(s_units, name => name.Equals(trimmed[digits..].Trim(), StringComparison.OrdinalIgnoreCase));
        unit = digits == trimmed.Length ? 0 : unit;
        return unit >= 0 && double.TryParse(trimmed[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value * Math.Pow(1000, unit) is var bytes and < long.MaxValue ? (long)bytes : null;
    }
}
