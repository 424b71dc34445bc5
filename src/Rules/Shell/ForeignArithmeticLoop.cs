using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ForeignArithmeticLoop : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3005", "foreign-arithmetic-loop", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A loop over numbers in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN for ((i = 0; i < 3; i++)); do make; done
                    """,
                    Good: """
                    FROM debian:12
                    RUN for i in 0 1 2; do make "TRY=$i"; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<ArithmeticForCommand>())
        {
            report.Add(new TextSpan(node.Span.Start, 3), "this shell has no for (( ))");
        }
    }
}
