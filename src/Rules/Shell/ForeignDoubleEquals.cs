using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ForeignDoubleEquals : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3014", "foreign-double-equals", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "`==` in brackets of a shell that compares with `=`.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN if [ "$(uname -m)" == x86_64 ]; then make; fi
                    """,
                    Good: """
                    FROM debian:12
                    RUN if [ "$(uname -m)" = x86_64 ]; then make; fi
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN if [ "$(uname -m)" = x86_64 ]; then make; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash))
        {
            return;
        }

        foreach (var term in script.Tests.Terms)
        {
            if (term is { Left: not null, Operator: "==" })
            {
                report.Add(term.OperatorSpan, "this shell compares with =", new TextEdit(term.OperatorSpan, "="));
            }
        }

        foreach (var command in script.Commands)
        {
            if (command.Words is [{ LiteralValue: "test" }, _, { LiteralValue: "==" }, _])
            {
                report.Add(command.Span, "this shell compares with =");
            }
        }
    }
}
