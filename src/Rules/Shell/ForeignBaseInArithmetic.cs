using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignBaseInArithmetic : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3052", "foreign-base-in-arithmetic", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A number with its base in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo "$((2#101))"
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo "$((0x5))"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var span in ArithmeticSigns.Bases(script))
        {
            report.Add(span, "this shell knows no bases but 8, 10 and 16");
        }
    }
}
