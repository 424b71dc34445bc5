using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignIndirectExpansion : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3053", "foreign-indirect-expansion", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An indirect expansion in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN x=HOME; echo "${!x}"
                    """,
                    Good: """
                    FROM debian:12
                    RUN x=HOME; printenv "$x"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<ParameterExpansion>())
        {
            if (node.Prefix == "!")
            {
                report.Add(node.Span, "this shell has no ${!…}");
            }
        }
    }
}
