using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignVariableTest : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3016", "foreign-variable-test", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`-v` in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN if [ -v DEBUG ]; then make; fi
                    """,
                    Good: """
                    FROM debian:12
                    RUN if [ -n "${DEBUG+x}" ]; then make; fi
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
            if (term is { Left: null, Operator: "-v" })
            {
                report.Add(term.OperatorSpan, "this shell has no test -v");
            }
        }

        foreach (var command in script.Commands)
        {
            if (command.Words is [{ LiteralValue: "test" }, { LiteralValue: "-v" }, _])
            {
                report.Add(command.Span, "this shell has no test -v");
            }
        }
    }
}
