using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class NeedlessBackslash : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1001", "needless-backslash", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A backslash in front of a character that needs none.",
            "The shell takes it away: where the command is to get it, it has to stand in quotes.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN sed -i s/a\-b/c/ /etc/hosts
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN sed -i 's/a\-b/c/' /etc/hosts
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var escaped in script.All<Escaped>())
        {
            if (escaped.Value is [var c] && (char.IsAsciiLetterOrDigit(c) ? c is not ('n' or 't' or 'r')
                : "%-/:=^_".Contains(c, StringComparison.Ordinal))
                && script.Parent(escaped) is ShellWord word && script.Parent(word) is not ConditionalExpression
                && !(script.Parent(word) is SimpleCommand command && ReferenceEquals(command.Words[0], word)
                    && ReferenceEquals(word.Parts[0], escaped)))
            {
                report.Add(new TextSpan(escaped.Span.Start, 0), $"the shell takes this backslash away: {c} needs none");
            }
        }
    }
}
