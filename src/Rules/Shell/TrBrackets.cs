using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class TrBrackets : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2021", "tr-brackets", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Brackets around characters for tr.",
            "They are characters themselves.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo hello | tr '[a-f]' '[A-F]'
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo hello | tr 'a-f' 'A-F'
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("tr"))
        {
            foreach (var word in ShellFlags.Operands(command))
            {
                if (!script.IsGlob(word) && word.LiteralValue is ['[', not (':' or '='), .., ']'])
                {
                    report.Add(word.Span, "brackets are characters for tr");
                }
            }
        }
    }
}
