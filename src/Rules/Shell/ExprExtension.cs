using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ExprExtension : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2308", "expr-extension", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A word of expr that not every expr knows.",
            "expr of POSIX has no match, index, length and substr.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN expr length abc
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN word=abc; echo "${#word}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("expr"))
        {
            if (command.Words.Length > 2 && command.Words[1].LiteralValue is "match" or "index" or "length" or "substr")
            {
                report.Add(command.Words[1].Span, "not every expr knows this word");
            }
        }
    }
}
