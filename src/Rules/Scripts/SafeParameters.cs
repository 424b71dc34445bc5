namespace Dockerlint.Rules;

/// <summary>Variables of the shell that are always numbers.</summary>
internal static class SafeParameters
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "?", "#", "$", "!", "-", "PPID", "LINENO", "UID", "EUID", "RANDOM", "SECONDS", "OPTIND", "COLUMNS", "LINES", "HISTSIZE", "SHLVL",
        "BASHPID", "SRANDOM", "EPOCHSECONDS", "EPOCHREALTIME", "BASH_SUBSHELL",
    };

    /// <summary>Whether a variable is one of them.</summary>
    internal static bool Contains(string name) => s_names.Contains(name);
}
