using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ComparisonAsAssignment : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1097", "comparison-as-assignment", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`==` behind the name of a variable.",
            "The value begins with an equals sign.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN x==1; echo "$x"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN x=1; echo "$x"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var assignment in script.All<Assignment>())
        {
            if (assignment.Value.Parts is [Literal { Text: ['=', ..] } first, ..])
            {
                report.Add(new TextSpan(first.Span.Start, 0), "this value begins with an equals sign");
            }
        }
    }
}
