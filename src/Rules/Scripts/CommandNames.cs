using Dockerlint.Commands;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>What the command is called that a command line runs.</summary>
internal static class CommandNames
{
    private static readonly HashSet<string> s_takingCode = new(StringComparer.Ordinal)
    {
        "awk", "gawk", "mawk", "nawk", "perl", "jq", "rename", "rg", "trap", "eval", "alias", "unset", "ssh", "docker", "dpkg-query", "sh",
        "bash", "ksh", "zsh",
    };

    /// <summary>The name as it is written, through <c>command</c> and <c>builtin</c>; null when it is not literal.</summary>
    internal static string? Plain(SimpleCommand command) => Through(command).Name;

    /// <summary>The last part of the path of the name.</summary>
    internal static string? Last(SimpleCommand command) => CheckedScript.BaseName(command);

    /// <summary>The name through <c>command</c> and <c>builtin</c>, and where the arguments begin.</summary>
    internal static (string? Name, int Arguments) Through(SimpleCommand command)
    {
        if (command.Words.Length == 0)
        {
            return (null, 0);
        }

        var index = command.Words[0].LiteralValue is "command" or "builtin" && command.Words.Length > 1 ? 1 : 0;
        return (command.Words[index].LiteralValue, index + 1);
    }

    /// <summary>Whether the command takes code of another language, or a script that it expands itself.</summary>
    internal static bool TakeCode(SimpleCommand command)
    {
        var index = 0;
        while (index < command.Words.Length)
        {
            var name = command.Words[index].LiteralValue ?? "";
            name = name[(name.LastIndexOf('/') + 1)..];
            if (name == "mumps")
            {
                return command.Words.Any(word => word.LiteralValue is "%XCMD" or "LOOP%XCMD");
            }

            if (ToolCatalog.Find(name) == GitTools.Git)
            {
                return command.Words.Skip(index).Any(word => word.LiteralValue == "filter-branch");
            }

            if (name == "find")
            {
                var exec = command.Words.ToList().FindIndex(index, word => word.LiteralValue is "-exec" or "-execdir" or "-ok" or "-okdir");
                if (exec < 0)
                {
                    return false;
                }

                index = exec + 1;
                continue;
            }

            if (name is "sudo" or "busybox" or "command" or "exec" or "builtin" or "time")
            {
                index++;
                while (index < command.Words.Length && command.Words[index].LiteralValue is ['-', ..] option)
                {
                    index += name == "sudo" && option is "-u" or "-g" or "-C" or "-D" or "-h" or "-p" or "-r" or "-t" ? 2 : 1;
                }

                // The name itself is code of nobody.
                if (name == "sudo" && index == command.Words.Length - 1 && command.Words[index].Parts is [SingleQuoted])
                {
                    return true;
                }

                continue;
            }

            return s_takingCode.Contains(name);
        }

        return false;
    }
}
