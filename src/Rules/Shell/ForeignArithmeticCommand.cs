using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignArithmeticCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3006", "foreign-arithmetic-command", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Arithmetic as a command in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN i=1; if ((i > 0)); then make; fi
                    """,
                    Good: """
                    FROM debian:12
                    RUN i=1; if [ "$i" -gt 0 ]; then make; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<ArithmeticCommand>())
        {
            report.Add(node.Span, "this shell has no (( ))");
        }
    }
}
