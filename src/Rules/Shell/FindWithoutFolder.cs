using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class FindWithoutFolder : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2185", "find-without-folder", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "find without a folder to begin at.",
            "Some versions of find do not accept that.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN find -name '*.pyc' -delete
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find . -name '*.pyc' -delete
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("find"))
        {
            var first = command.Words.Skip(1).SkipWhile(word => script.Slice(word.Span) is "-H" or "-L" or "-P" or ['-', 'O', ..]
                or "-D").FirstOrDefault();
            if (first is null || (first.LiteralValue is ['-', ..] and not "--"))
            {
                report.Add(command.Words[0].Span, "some versions of find want a folder: . is the one the script stands in");
            }
        }
    }
}
