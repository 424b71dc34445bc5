using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnquotedTrSet : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2060", "unquoted-tr-set", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Characters for tr in brackets that are not quoted.",
            "Where a file with such a name lies, the shell puts it in place.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo hello | tr -d [:space:]
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo hello | tr -d '[:space:]'
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("tr"))
        {
            foreach (var word in ShellFlags.Operands(command).Where(script.IsGlob))
            {
                report.Add(word.Span, "the shell may expand this before tr gets it: put it into quotes");
            }
        }
    }
}
