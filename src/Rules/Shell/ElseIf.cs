using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ElseIf : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1075", "else-if", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`else if` in place of elif.",
            "The if behind it is another one and needs a fi of its own.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if test -f a; then make a; else if test -f b; then make b; fi; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if test -f a; then make a; elif test -f b; then make b; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.All<IfCommand>())
        {
            if (command.Else is [{ List.Pipelines: [{ Commands: [IfCommand inner, ..] }, ..] }, ..])
            {
                var between = script.Text[command.Branches[^1].Span.End..inner.Span.Start];
                var start = between.LastIndexOf("else", StringComparison.Ordinal);
                if (start >= 0 && !between.AsSpan(start).Contains('\n'))
                {
                    report.Add(new TextSpan(command.Branches[^1].Span.End + start, 0),
                        "this begins another if: elif goes on with the same one");
                }
            }
        }
    }
}
