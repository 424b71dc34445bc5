using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class EchoFlagOfPosix : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3037", "echo-flag-of-posix", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A flag of echo, where nothing more than POSIX can be relied on.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN <<EOF
                    #!/bin/sh
                    echo -n a > /list
                    EOF
                    """,
                    Good: """
                    FROM debian:12
                    RUN <<EOF
                    #!/bin/sh
                    printf a > /list
                    EOF
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh))
        {
            return;
        }

        foreach (var command in script.Commands.Where(command => CommandNames.Last(command) == "echo"))
        {
            if (command.Words.Length > 1 && command.Words[1].LiteralValue is ['-', _, ..] flag
                && flag[1..].All(letter => letter is 'e' or 'E' or 'n'))
            {
                report.Add(command.Words[1].Span, "POSIX has no flags of echo: use printf");
            }
        }
    }
}
