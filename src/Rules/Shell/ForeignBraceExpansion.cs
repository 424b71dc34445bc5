using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignBraceExpansion : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3009", "foreign-brace-expansion", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Braces that another shell expands.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN mkdir -p /data/{in,out}
                    """,
                    Good: """
                    FROM debian:12
                    RUN mkdir -p /data/in /data/out
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var span in BraceText.All(script))
        {
            report.Add(span, "this shell expands no braces");
        }
    }
}
