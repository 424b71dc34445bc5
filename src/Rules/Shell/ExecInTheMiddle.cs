using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ExecInTheMiddle : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2093", "exec-in-the-middle", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "exec in front of other commands.",
            "It puts a program in place of the shell, so that what follows does not run.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN exec make; make install
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN make; make install
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var items in script.Lists())
        {
            for (var i = 0; i + 1 < items.Count; i++)
            {
                if (items[i].List.Pipelines is [{ Commands: [SimpleCommand { Name: "exec", Words.Length: > 1 } command] }]
                    && items[i].Separator != ShellSeparator.Background && command.Words[1].LiteralValue is not ['-', ..])
                {
                    report.Add(command.Span, "what follows does not run: exec puts a program in place of the shell");
                }
            }
        }
    }
}
