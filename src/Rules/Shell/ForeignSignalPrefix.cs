using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignSignalPrefix : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3048", "foreign-signal-prefix", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A signal with SIG in front of its name.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN trap "rm -f lock" SIGTERM; make
                    """,
                    Good: """
                    FROM debian:12
                    RUN trap "rm -f lock" TERM; make
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash))
        {
            return;
        }

        foreach (var command in script.Named("trap"))
        {
            foreach (var word in command.Words.Skip(2)
                .Where(word => word.LiteralValue?.StartsWith("SIG", StringComparison.OrdinalIgnoreCase) == true))
            {
                report.Add(word.Span, "this shell wants the name without SIG");
            }
        }
    }
}
