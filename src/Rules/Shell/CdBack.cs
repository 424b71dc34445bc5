using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class CdBack : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2103", "cd-back", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A cd to a folder and a cd back.",
            "When the first one fails, the second leaves the folder that the script stood in.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN cd /src; make; cd ..; ls
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN (cd /src && make); ls
                    """),
            ])
        {
            Remedy = "Put the commands in between into parentheses: a subshell has a folder of its own.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (SetOptions.EndsOnError(script))
        {
            return;
        }

        foreach (var items in script.Lists())
        {
            var isAway = false;
            foreach (var item in items)
            {
                if (item.List.Pipelines is [{ Commands: [SimpleCommand { Assignments.Length: 0 } command] }]
                    && CheckedScript.NameOf(command) == "cd")
                {
                    if (command.Words is [_, { LiteralValue: ".." or "-" }])
                    {
                        if (isAway)
                        {
                            report.Add(command.Span, "a subshell has a folder of its own and needs no way back");
                        }
                    }
                    else
                    {
                        isAway = true;
                    }
                }
            }
        }
    }
}
