using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignUnaryA : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3017", "foreign-unary-a", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`-a` in front of a file, in a shell that has no such test.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN if [ -a /etc/hosts ]; then make; fi
                    """,
                    Good: """
                    FROM debian:12
                    RUN if [ -e /etc/hosts ]; then make; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var term in script.Tests.Terms)
        {
            if (term is { Left: null, Operator: "-a" })
            {
                report.Add(term.OperatorSpan, "whether a file exists asks -e");
            }
        }
    }
}
