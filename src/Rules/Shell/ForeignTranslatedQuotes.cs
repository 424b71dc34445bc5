using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignTranslatedQuotes : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3004", "foreign-translated-quotes", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Text in `$\"…\"` in a shell that has no such quotes.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo $"hello"
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo "hello"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<DoubleQuoted>())
        {
            if (!script.IsBody(node) && script.Text[node.Span.Start] == '$')
            {
                report.Add(node.Span, "this shell has no $\"…\"");
            }
        }
    }
}
