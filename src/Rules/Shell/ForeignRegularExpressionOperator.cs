using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignRegularExpressionOperator : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3015", "foreign-regular-expression-operator", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`=~` in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN if [[ "$(uname -r)" =~ ^6 ]]; then make; fi
                    """,
                    Good: """
                    FROM debian:12
                    RUN case "$(uname -r)" in 6*) make;; esac
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
            if (term.Operator == "=~" && term.Left is not null)
            {
                report.Add(term.OperatorSpan, "this shell has no =~");
            }
        }
    }
}
