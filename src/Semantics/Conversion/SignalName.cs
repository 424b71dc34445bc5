using System.Globalization;

namespace Dockerlint.Semantics.Conversion;

/// <summary>Signals of STOPSIGNAL: a number but 0, or a Linux name with or without SIG, in any case.</summary>
internal static class SignalName
{
    private static readonly string[] s_names =
    [
        "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL", "PROF", "PWR",
        "QUIT",
        "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ",
        "RTMIN", "RTMAX",
    ];

    internal static bool IsValid(string signal)
    {
        if (long.TryParse(signal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number != 0;
        }

        var name = signal.ToUpperInvariant();
        name = name.StartsWith("SIG", StringComparison.Ordinal) ? name[3..] : name;
        return Array.IndexOf(s_names, name) >= 0 || IsRealTime(name, "RTMIN+", 15) || IsRealTime(name, "RTMAX-", 14);
    }

    private static bool IsRealTime(string name, string start, int most) => name.StartsWith(start, StringComparison.Ordinal)
        && name.Length > start.Length && name[start.Length] != '0'
        && int.TryParse(name.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= most;
}
