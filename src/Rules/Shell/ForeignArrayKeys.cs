using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignArrayKeys : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3055", "foreign-array-keys", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "The keys of an array in a shell that has no arrays.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo "${!names[@]}"
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo "$name"
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
            if (node is { Prefix: "!", Subscript: "@" or "*" })
            {
                report.Add(node.Span, "this shell has no arrays");
            }
        }
    }
}
