using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignCaseChange : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3059", "foreign-case-change", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A change of letter case in an expansion in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN x=abc; echo "${x^^}"
                    """,
                    Good: """
                    FROM debian:12
                    RUN x=abc; echo "$x" | tr "[:lower:]" "[:upper:]"
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
            if (node.Operator is "^" or "^^" or "," or ",,")
            {
                report.Add(node.Span, "this shell does not change letter case");
            }
        }
    }
}
