using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ForeignFileSubstitution : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3034", "foreign-file-substitution", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`$(< file)` in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo "$(< /etc/hostname)"
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo "$(cat /etc/hostname)"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var node in script.All<CommandSubstitution>())
        {
            if (node.Script.Commands is [
                {
                    List.Pipelines: [
                        {
                            Commands: [SimpleCommand
                            {
                                Words.Length: 0, Assignments.Length: 0,
                                Redirects: [{ Operator.Text: "<" }]
                            }]
                        }]
                }])
            {
                report.Add(node.Span, "this shell prints nothing here: use cat");
            }
        }
    }
}
