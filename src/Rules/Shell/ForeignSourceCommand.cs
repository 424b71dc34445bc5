using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ForeignSourceCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC3046", "foreign-source-command", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "source in a shell that calls it `.`.",
            "Shells other than bash and its like do not know it, and /bin/sh is one of them here.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN source /venv/bin/activate && make
                    """,
                    Good: """
                    FROM debian:12
                    RUN . /venv/bin/activate && make
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN . /venv/bin/activate && make
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Dialect is not (ScriptDialect.Sh or ScriptDialect.Dash))
        {
            return;
        }

        foreach (var command in script.Named("source"))
        {
            report.Add(command.Span, "this shell has no source: write a dot", new TextEdit(command.Words[0].Span, "."));
        }
    }
}
