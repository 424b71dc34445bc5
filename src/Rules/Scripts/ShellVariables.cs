namespace Dockerlint.Rules;

/// <summary>Variables that the shell itself or the programs it runs read.</summary>
internal static class ShellVariables
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "PATH", "HOME", "LANG", "LANGUAGE", "TZ", "TERM", "USER", "LOGNAME", "SHELL", "IFS", "PS0", "PS1", "PS2", "PS3", "PS4", "TMPDIR",
        "LD_LIBRARY_PATH", "LD_PRELOAD", "OPTIND", "OPTERR", "OPTARG", "COLUMNS", "LINES", "CDPATH", "ENV", "BASH_ENV", "PWD", "OLDPWD",
        "REPLY", "SECONDS", "RANDOM", "HISTFILE", "HISTSIZE", "HISTCONTROL", "HISTFILESIZE", "HISTIGNORE", "HISTTIMEFORMAT", "HISTCMD",
        "PROMPT_COMMAND", "PROMPT_DIRTRIM", "BASH_XTRACEFD", "TIMEFORMAT", "TMOUT", "GLOBIGNORE", "IGNOREEOF", "INPUTRC", "MAIL",
            "MAILCHECK",
        "MAILPATH", "POSIXLY_CORRECT", "FIGNORE", "FUNCNEST", "HOSTFILE", "EMACS", "EXECIGNORE", "CHILD_MAX", "COMPREPLY", "UID", "EUID",
        "PPID", "LINENO", "SHLVL", "BASH_COMPAT", "BASH_LOADABLES_PATH", "BASH_ARGV0", "EPOCHSECONDS", "EPOCHREALTIME", "SRANDOM",
        "COMP_WORDBREAKS", "DIRSTACK", "READLINE_LINE", "READLINE_POINT", "auto_resume", "histchars", "FCEDIT", "EDITOR_", "DISPLAY",
        "HOSTNAME", "HOSTTYPE", "MACHTYPE", "OSTYPE", "GROUPS", "COPROC", "MAPFILE", "BASHOPTS", "SHELLOPTS", "BASH", "BASH_VERSION",
    };

    private static readonly HashSet<string> s_foreign = new(StringComparer.Ordinal)
    {
        "BASHPID", "BASH_REMATCH", "BASH_VERSINFO", "BASH_SOURCE", "BASH_LINENO", "BASH_SUBSHELL", "BASH_COMMAND", "BASHOPTS",
        "BASH_ARGV", "BASH_ARGC", "BASH", "DIRSTACK", "EUID", "FUNCNAME", "GROUPS", "HOSTNAME", "HOSTTYPE", "MACHTYPE", "OSTYPE",
            "PIPESTATUS",
        "RANDOM", "SECONDS", "SHELLOPTS", "SHLVL", "UID", "EPOCHSECONDS", "EPOCHREALTIME", "COPROC", "MAPFILE",
    };

    /// <summary>Whether only another shell sets a variable.</summary>
    internal static bool IsForeign(string name, ScriptDialect dialect) =>
        s_foreign.Contains(name) || (name == "_" && dialect == ScriptDialect.Sh);

    /// <summary>Whether a variable is one of them.</summary>
    internal static bool IsKnown(string name) => s_names.Contains(name) || name.StartsWith("LC_", StringComparison.Ordinal);
}
