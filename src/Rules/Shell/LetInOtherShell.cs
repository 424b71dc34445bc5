using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LetInOtherShell : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3039", "let-in-other-shell", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "let in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN let x=1; echo "$x"
                    """,
                    Good: """
                    FROM debian:12
                    RUN x=1; echo "$x"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var command in script.Named("let"))
        {
            report.Add(command.Span, "this shell has no let");
        }
    }
}
