using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class RepeatedAppending : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2129", "repeated-appending", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Several commands in a row that append to the same file.",
            "One redirection of a group does it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo a >> /list; echo b >> /list; echo c >> /list
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN { echo a; echo b; echo c; } >> /list
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var list in script.Lists())
        {
            for (var i = 0; i < list.Count;)
            {
                var (target, first) = (TargetOf(script, list[i]), i);
                while (i < list.Count && target is not null && TargetOf(script, list[i]) == target)
                {
                    i++;
                }

                if (i - first >= 3)
                {
                    report.Add(list[first].Span, "a group of these commands needs the redirection once");
                }

                i = Math.Max(i, first + 1);
            }
        }
    }

    private static string? TargetOf(CheckedScript script, ShellListItem item) =>
        item.List.Pipelines is [{ Commands: [.., SimpleCommand command] }]
        && command.Redirects.LastOrDefault(redirect => redirect.Operator.Text == ">>") is { } redirect
            ? script.Slice(redirect.Target.Span) : null;
}
