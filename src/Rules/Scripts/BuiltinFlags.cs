namespace Dockerlint.Rules;

/// <summary>The flags that built-in commands have in smaller shells. A colon stands behind one that takes a value.</summary>
internal static class BuiltinFlags
{
    private static readonly Dictionary<string, (string Sh, string Dash, string Busybox)> s_flags = new(StringComparer.Ordinal)
    {
        ["cd"] = ("LP", "LP", "LP"),
        ["command"] = ("pvV", "pvV", "pvV"),
        ["export"] = ("p", "p", "p"),
        ["fg"] = ("", "", ""),
        ["getopts"] = ("", "", ""),
        ["hash"] = ("r", "rv", "r"),
        ["jobs"] = ("lp", "lp", "lp"),
        ["printf"] = ("", "", ""),
        ["read"] = ("r", "rp:", "rp:"),
        ["readonly"] = ("p", "p", "p"),
        ["trap"] = ("", "", ""),
        ["type"] = ("", "", "p"),
        ["ulimit"] = ("f", "HSacdfilmnpqrstuvxw", "HSacdfilmnpqrstuvxw"),
        ["umask"] = ("S", "S", "S"),
        ["unset"] = ("fv", "fv", "fv"),
        ["wait"] = ("", "", ""),
    };

    /// <summary>The flags of a command; null when it is none of them.</summary>
    internal static string? Of(string name, ScriptDialect dialect) => !s_flags.TryGetValue(name, out var flags) ? null
        : dialect switch { ScriptDialect.Dash => flags.Dash, ScriptDialect.Busybox => flags.Busybox, _ => flags.Sh };

    /// <summary>Whether a word has only flags among those.</summary>
    internal static bool Allows(string word, string flags)
    {
        for (var i = 1; i < word.Length; i++)
        {
            var at = flags.IndexOf(word[i], StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            if (at + 1 < flags.Length && flags[at + 1] == ':')
            {
                return true;
            }
        }

        return true;
    }
}
