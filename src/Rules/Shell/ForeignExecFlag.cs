using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ForeignExecFlag : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3038", "foreign-exec-flag", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A flag of exec in a shell that has none.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN exec -c make
                    """,
                    Good: """
                    FROM debian:12
                    RUN exec env -i make
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash or ScriptDialect.Busybox))
        {
            return;
        }

        foreach (var command in script.Named("exec"))
        {
            if (command.Words.Length > 1 && command.Words[1].LiteralValue is "-c" or "-l" or "-a" or "-cl")
            {
                report.Add(command.Words[1].Span, "exec has no flags in this shell");
            }
        }
    }
}
