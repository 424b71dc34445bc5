using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignTrapOfErrors : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3047", "foreign-trap-of-errors", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "ERR, DEBUG or RETURN for trap in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN trap "cat log" ERR; make
                    """,
                    Good: """
                    FROM debian:12
                    RUN make || cat log
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var command in script.Named("trap"))
        {
            foreach (var word in command.Words.Skip(2).Where(word => word.LiteralValue?.ToUpperInvariant() is "ERR" or "DEBUG" or "RETURN"))
            {
                report.Add(word.Span, "this shell has no such trap");
            }
        }
    }
}
