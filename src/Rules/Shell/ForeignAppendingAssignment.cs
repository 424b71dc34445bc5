using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignAppendingAssignment : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3024", "foreign-appending-assignment", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`+=` in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN x=a; x+=b; echo "$x"
                    """,
                    Good: """
                    FROM debian:12
                    RUN x=a; x="${x}b"; echo "$x"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<Assignment>())
        {
            if (node.IsAppend)
            {
                report.Add(node.NameSpan, "this shell has no +=");
            }
        }
    }
}
