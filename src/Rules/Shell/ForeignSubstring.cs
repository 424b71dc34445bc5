using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignSubstring : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3057", "foreign-substring", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A part of a value by numbers in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN x=abc; echo "${x:0:1}"
                    """,
                    Good: """
                    FROM debian:12
                    RUN x=abc; echo "$x" | cut -c 1
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
            if (node is { Operator: ":", Subscript: null })
            {
                report.Add(node.Span, "this shell takes no part of a value by numbers");
            }
        }
    }
}
