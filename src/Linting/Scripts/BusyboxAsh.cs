namespace Dockerlint.Linting.Scripts;

/// <summary>
/// What the ash of BusyBox has of the things that POSIX leaves open, by the codes that ShellCheck tells them with. Tried with BusyBox 1.35
/// as Debian and Alpine configure it: a test runs each of them there. Some came late (process substitution with 1.34, ERR with 1.35).
/// </summary>
internal static class BusyboxAsh
{
    // <(x), $'x', (lexicographical) < and > of test, -nt, ==, ++, **, &>, >& file, descriptors over 9, [^x], echo with flags, let,
    // source, SIG in names of signals, names in lower case, 16#ff, read without a name, -O and -G.
    private static readonly HashSet<int> s_whole =
    [
        3001, 3003, 3012, 3013, 3014, 3018, 3019, 3020, 3021, 3023, 3026, 3036, 3037, 3039, 3046, 3048, 3049, 3051, 3052, 3061, 3067,
    ];

    private static readonly HashSet<string> s_variables = new(
        ["RANDOM", "HOSTNAME", "LINENO", "SHLVL", "OLDPWD", "EPOCHSECONDS", "EPOCHREALTIME"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_setOptions = new(
        ["ignoreeof", "nolog", "notify", "errtrace", "vi", "pipefail", "monitor"], StringComparer.Ordinal);

    // The options of its builtin commands by their letters; a colon says that a value follows.
    private static readonly Dictionary<string, string> s_options = new(StringComparer.Ordinal)
    {
        ["read"] = "rsp:n:t:d:u:",
        ["export"] = "np",
        ["type"] = "atp",
        ["wait"] = "n",
        ["ulimit"] = "HSacdfilmnpqrstuvxwT:",
        ["jobs"] = "lp",
        ["cd"] = "LP",
        ["hash"] = "r",
    };

    /// <summary>Whether it has what a finding is about.</summary>
    /// <param name="code">The code of the finding.</param>
    /// <param name="script">The script.</param>
    /// <param name="start">Where in it the finding begins.</param>
    /// <param name="length">How long that is.</param>
    internal static bool Has(int code, string script, int start, int length)
    {
        var text = script.Substring(start, length);
        return s_whole.Contains(code) || code switch
        {
            // [[ a < b ]] reads a file, and there is no -v.
            3010 => !text.Split([' ', '\t', '\n']).Any(word => word is "<" or ">" or "-v" or "-R"),
            3028 => s_variables.Contains(text.Trim('$', '{', '}')),
            3040 => s_setOptions.Contains(text),
            3041 => AreKnown("EbCaefmnuvx", text, isAll: true),
            3043 => !text.Contains(" -", StringComparison.Ordinal),
            3045 => CommandBefore(script, start) is { } command && AreKnown(s_options[command], text, isAll: false),
            3047 => text.Equals("ERR", StringComparison.OrdinalIgnoreCase),
            3057 => text is not ['$', '{', '*' or '@', ..],

            // There are no anchors: ${x/#a/b} looks for the text #a.
            3060 => text.IndexOf('/', StringComparison.Ordinal) is var slash
                && slash + 1 < text.Length && text[slash + 1] is not ('#' or '%'),
            _ => false,
        };
    }

    private static bool AreKnown(string letters, string cluster, bool isAll)
    {
        for (var i = 1; i < cluster.Length; i++)
        {
            var place = letters.IndexOf(cluster[i], StringComparison.Ordinal);

            // The last letter of set -eo has the name behind it, which is told by itself.
            if (place < 0 && !(isAll && cluster[i] == 'o'))
            {
                return false;
            }

            if (place >= 0 && place + 1 < letters.Length && letters[place + 1] == ':')
            {
                return true;
            }
        }

        return cluster.Length > 1;
    }

    private static string? CommandBefore(string script, int start)
    {
        var before = script.AsSpan(0, start);
        var words = before[(before.LastIndexOfAny(";|&({\n`") + 1)..].ToString().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return Array.FindLast(words, s_options.ContainsKey);
    }
}
