using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Commands that do not read what comes through a pipe.</summary>
internal static class DeafCommands
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "alias", "basename", "bg", "cal", "cd", "chgrp", "chmod", "chown", "cp", "dirname", "du", "echo", "export", "fg", "getconf",
            "getopts",
        "jobs", "kill", "ln", "ls", "locale", "mv", "printf", "ps", "pwd", "renice", "rm", "rmdir", "set", "sleep", "touch",
        "trap", "ulimit", "unalias", "uname",
    };

    /// <summary>Whether a command reads nothing.</summary>
    internal static bool IsDeaf(CheckedScript script, SimpleCommand command) =>
        CheckedScript.NameOf(command) is { } name && s_names.Contains(name)
        && !(name is "rm" or "cp" or "mv" && ShellFlags.Has(command, "i", "I", "interactive"))
        && !(name is "ls" or "du" && ShellFlags.Has(command, "files0-from"))
        && !command.Words.Skip(1).Any(word => word.LiteralValue is "-" or "/dev/stdin" or "/dev/fd/0"
            || script.Walk(word).Any(node => node is CommandSubstitution));
}
