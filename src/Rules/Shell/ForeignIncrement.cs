using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignIncrement : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3018", "foreign-increment", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`++` or `--` in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN i=0; echo "$((i++))"
                    """,
                    Good: """
                    FROM debian:12
                    RUN i=0; echo "$((i + 1))"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var span in ArithmeticSigns.Find(script, "++", "--"))
        {
            report.Add(span, "this shell has no ++ and --");
        }
    }
}
