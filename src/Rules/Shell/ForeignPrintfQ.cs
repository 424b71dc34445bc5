using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignPrintfQ : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3050", "foreign-printf-q", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`%q` for printf in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN printf "%q" a
                    """,
                    Good: """
                    FROM debian:12
                    RUN printf "%s" a
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var command in script.Named("printf"))
        {
            if (PrintfFormat.Of(command) is { } format && script.Slice(format.Span).Contains("%q", StringComparison.Ordinal))
            {
                report.Add(format.Span, "printf has no %q in this shell");
            }
        }
    }
}
