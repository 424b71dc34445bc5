using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class TildeInPath : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2147", "tilde-in-path", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A tilde in quotes in PATH.",
            "Most programs take it for a folder with that name.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN PATH="$PATH:~/bin"; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN PATH="$PATH:$HOME/bin"; make
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var assignment in script.All<Assignment>().Where(assignment => assignment.Name == "PATH"))
        {
            if (assignment.Value.Parts.OfType<DoubleQuoted>().SelectMany(quoted => quoted.Parts).OfType<Literal>()
                .Any(text => text.Text.Contains("~/", StringComparison.Ordinal)))
            {
                report.Add(assignment.NameSpan, "a tilde in quotes is a folder with that name");
            }
        }
    }
}
