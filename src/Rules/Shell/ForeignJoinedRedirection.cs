using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignJoinedRedirection : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3020", "foreign-joined-redirection", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`&>` in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN make &> /log
                    """,
                    Good: """
                    FROM debian:12
                    RUN make > /log 2>&1
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash))
        {
            return;
        }

        foreach (var node in script.All<Redirect>())
        {
            if (node.Operator.Text is "&>")
            {
                report.Add(node.Span, "this shell has no &>: it runs the command in the background");
            }
        }
    }
}
