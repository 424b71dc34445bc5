using System.Globalization;

namespace Dockerlint.Verification;

/// <summary>Sizes of memory as the docker command reads them: units are powers of 1024, and one letter is enough.</summary>
public static class MemorySize
{
    private const string Units = "bkmgtp";

    /// <summary>Reads <c>1g</c>, <c>512m</c>, <c>512MB</c>, <c>1.5GiB</c>, <c>0</c>; null for anything else.</summary>
    public static long? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim().ToLowerInvariant();
        var digits = trimmed.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        var unit = trimmed[digits..].Trim();
        var power = unit.Length == 0 ? 0 : Units.IndexOf(unit[0], StringComparison.Ordinal);
        return power >= 0 && (unit is "" or [_] or [_, 'b'] or [_, 'i', 'b'])
            && double.TryParse(trimmed[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value * Math.Pow(1024, power) is var bytes and < long.MaxValue ? (long)bytes : null;
    }
}
