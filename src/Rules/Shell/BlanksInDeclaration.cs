using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class BlanksInDeclaration : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2290", "blanks-in-declaration", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Blanks around the equals sign of export and its like.",
            "The equals sign and the value are names of their own there.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN export VERSION = 1.0
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN export VERSION=1.0 && make
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands.Where(CheckedScript.IsDeclaring))
        {
            foreach (var word in command.Words.Skip(1).Where(word => word.LiteralValue is ['=', ..]))
            {
                report.Add(word.Span, "there are no blanks around the equals sign");
            }
        }
    }
}
