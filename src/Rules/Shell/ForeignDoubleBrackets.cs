using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignDoubleBrackets : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3010", "foreign-double-brackets", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Double brackets in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN if [[ -f /etc/hosts ]]; then make; fi
                    """,
                    Good: """
                    FROM debian:12
                    RUN if [ -f /etc/hosts ]; then make; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash))
        {
            return;
        }

        foreach (var node in script.All<ConditionalExpression>())
        {
            report.Add(node.Span, "this shell has no [[ ]]");
        }
    }
}
