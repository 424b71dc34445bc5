using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ForeignSelectLoop : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3008", "foreign-select-loop", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A select loop in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN select x in a b; do echo "$x"; done
                    """,
                    Good: """
                    FROM debian:12
                    RUN for x in a b; do echo "$x"; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<SelectCommand>())
        {
            report.Add(new TextSpan(node.Span.Start, 6), "this shell has no select");
        }
    }
}
