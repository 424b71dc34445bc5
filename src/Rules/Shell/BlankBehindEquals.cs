using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class BlankBehindEquals : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1007", "blank-behind-equals", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A blank behind the equals sign of an assignment.",
            "The variable is empty, and what follows is a command.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN version= 1.0
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN version=1.0; make VERSION="$version"
                    """),
            ])
        {
            Remedy = "Leave the blank out, or write `''` for the empty value.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands)
        {
            if (command.Assignments is [.., { Array: null, Value.Span.IsEmpty: true } last] && last.Span.End < script.Text.Length
                && script.Text[last.Span.End] is ' ' or '\t' && last.Name != "IFS")
            {
                report.Add(new TextSpan(last.Span.End, 1), $"{last.Name} becomes empty, and what follows is a command");
            }
        }
    }
}
