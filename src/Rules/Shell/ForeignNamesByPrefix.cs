using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignNamesByPrefix : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3056", "foreign-names-by-prefix", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Names of variables by their beginning in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo "${!npm@}"
                    """,
                    Good: """
                    FROM debian:12
                    RUN env | grep ^npm
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
            if (node is { Prefix: "!", Subscript: null, Operator: "@" or "*" })
            {
                report.Add(node.Span, "this shell has no ${!…@}");
            }
        }
    }
}
