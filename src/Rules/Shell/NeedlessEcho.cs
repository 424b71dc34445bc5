using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class NeedlessEcho : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2005", "needless-echo", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An echo of nothing but the output of a command.",
            "The command prints it anyway; echo loses line ends and its status.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo $(uname -r)
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN uname -r
                    """),
            ])
        {
            Remedy = "Run the command by itself.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("echo"))
        {
            if (command.Words is [_, { Parts: [var part] } word])
            {
                var inner = part is DoubleQuoted { Parts: [var only] } ? only : part;
                if (inner is CommandSubstitution { Script.Commands: [_] } substitution
                    && substitution.Script.Commands
                        is not [{ List.Pipelines: [{ Commands: [SimpleCommand { Words.Length: 0, Assignments.Length: 0 }] }] }]
                    && substitution.Script.Commands[0].Separator != ShellSeparator.Background)
                {
                    report.Add(word.Span, "the command prints this by itself");
                }
            }
        }
    }
}
