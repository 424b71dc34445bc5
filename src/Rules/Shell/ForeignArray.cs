using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignArray : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3030", "foreign-array", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An array in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN names=(a b); echo "${names[@]}"
                    """,
                    Good: """
                    FROM debian:12
                    RUN set -- a b; echo "$@"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<ArrayLiteral>())
        {
            report.Add(node.Span, "this shell has no arrays");
        }
    }
}
