using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignAnsiQuotes : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3003", "foreign-ansi-quotes", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Text in `$'…'` in a shell that has no such quotes.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo $'a b'
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo 'a b'
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash))
        {
            return;
        }

        foreach (var node in script.All<AnsiCQuoted>())
        {
            report.Add(node.Span, "this shell has no $'…'");
        }
    }
}
