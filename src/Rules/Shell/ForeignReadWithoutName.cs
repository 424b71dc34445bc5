using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignReadWithoutName : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3061", "foreign-read-without-name", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "read without a name in a shell that wants one.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN read -r < /list
                    """,
                    Good: """
                    FROM debian:12
                    RUN read -r line < /list && echo "$line"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var command in script.Named("read"))
        {
            if (command.Words.Skip(1).All(word => word.LiteralValue is ['-', ..]))
            {
                report.Add(command.Words[0].Span, "this shell wants a name behind read");
            }
        }
    }
}
