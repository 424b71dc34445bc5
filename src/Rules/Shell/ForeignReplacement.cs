using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignReplacement : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3060", "foreign-replacement", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A replacement in an expansion in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN x=a-b; echo "${x//-/_}"
                    """,
                    Good: """
                    FROM debian:12
                    RUN x=a-b; echo "$x" | tr - _
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash))
        {
            return;
        }

        foreach (var node in script.All<ParameterExpansion>())
        {
            if (node.Operator is "/" or "//" or "/#" or "/%")
            {
                report.Add(node.Span, "this shell replaces nothing in expansions");
            }
        }
    }
}
