using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class EscapeOutsideQuotes : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1012", "escape-outside-quotes", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`\\n`, `\\t` or `\\r` outside of quotes.",
            "The shell takes the backslash away, and the letter is left.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo a\tb
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN printf 'a\tb\n'
                    """),
            ])
        {
            Remedy = "Use printf, or put it into quotes for a command that knows it.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var escaped in script.All<Escaped>())
        {
            if (escaped.Value is ['n' or 't' or 'r'] && script.Parent(escaped) is ShellWord word
                && script.Parent(word) is not ConditionalExpression
                && !(script.Parent(word) is SimpleCommand command && ReferenceEquals(command.Words[0], word)
                    && ReferenceEquals(word.Parts[0], escaped)))
            {
                report.Add(new TextSpan(escaped.Span.Start, 0), $"the shell takes this backslash away: what is left is {escaped.Value}");
            }
        }
    }
}
