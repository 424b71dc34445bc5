using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ForeignPatternAsFile : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3031", "foreign-pattern-as-file", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pattern as the file of a redirection.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN cat < *.txt
                    """,
                    Good: """
                    FROM debian:12
                    RUN cat ./*.txt
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<Redirect>())
        {
            if (node.Operator.Text is not ("<<" or "<<-" or "<<<") && script.IsGlob(node.Target))
            {
                report.Add(TextSpan.FromBounds(node.Operator.Span.Start, node.Span.End), "this shell expands no pattern here");
            }
        }
    }
}
