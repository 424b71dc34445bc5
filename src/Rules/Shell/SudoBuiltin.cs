using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class SudoBuiltin : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2232", "sudo-builtin", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "sudo with a command of the shell itself.",
            "There is no program of that name, and a program could not change the shell.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN sudo cd /root && ls
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN sudo ls /root
                    """),
            ])
        {
            Remedy = "Use `sudo sh -c '…'` for all commands that belong together.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("sudo"))
        {
            if (command.Words.Skip(1).FirstOrDefault(word => word.LiteralValue is not ['-', ..])?.LiteralValue is "cd" or "source"
                or "export" or "alias"
                or "declare" or "set" or "." or "readonly" or "unset" or "eval" or "exec" or "shift" or "trap" or "ulimit" or "umask"
                    or "pushd" or "popd" or "history")
            {
                report.Add(command.Span, "sudo runs programs, and this is a command of the shell");
            }
        }
    }
}
