using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignProcessSubstitution : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3001", "foreign-process-substitution", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A process substitution in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN diff <(sort a) <(sort b)
                    """,
                    Good: """
                    FROM debian:12
                    RUN sort a > a.sorted && sort b > b.sorted && diff a.sorted b.sorted
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<ProcessSubstitution>())
        {
            report.Add(node.Span, "this shell has no process substitution");
        }
    }
}
