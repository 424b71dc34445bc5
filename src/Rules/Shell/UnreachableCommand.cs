using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnreachableCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2317", "unreachable-command", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A command that no path leads to.",
            "An exit or return stands before it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN make; exit; make install
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN make; make install
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (!script.Named("exit", "return").Any())
        {
            return;
        }

        foreach (var command in script.Flow.Unreached)
        {
            report.Add(command.Span, "nothing comes here: the script has ended before");
        }
    }
}
