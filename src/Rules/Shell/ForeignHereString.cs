using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignHereString : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3011", "foreign-here-string", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A text as input, `<<<`, in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN cat <<< hello
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo hello | cat
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
            if (node.Operator.Text == "<<<")
            {
                report.Add(node.Operator.Span, "this shell has no <<<");
            }
        }
    }
}
