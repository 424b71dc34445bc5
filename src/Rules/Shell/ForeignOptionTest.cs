using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignOptionTest : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3062", "foreign-option-test", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`-o` in front of the name of an option, in a shell that has no such test.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN if [ -o errexit ]; then make; fi
                    """,
                    Good: """
                    FROM debian:12
                    RUN case "$-" in *e*) make;; esac
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
            if (term is { Left: null, Operator: "-o" })
            {
                report.Add(term.OperatorSpan, "this shell has no test of options");
            }
        }
    }
}
