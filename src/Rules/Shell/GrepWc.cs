using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class GrepWc : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2126", "grep-wc", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "The lines of grep, counted by wc.",
            "`grep -c` counts them.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN grep root /etc/passwd | wc -l
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN grep -c root /etc/passwd
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (first, second) in NeighboursInPipe.All(script))
        {
            if (first is SimpleCommand { Name: "grep" } grep && second is SimpleCommand { Name: "wc" } wc
                && wc.Words.Skip(1).All(word => word.LiteralValue is "-l" or "--lines") && wc.Words.Length > 1
                && !ShellFlags.Of(grep).Any(flag => flag.Flag is "o" or "only-matching" or "l" or "files-with-matches" or "L"
                    or "files-without-matches"
                    or ['r' or 'R'] or "recursive" or "A" or "B" or "C" or "after-context" or "before-context" or "context"))
            {
                report.Add(grep.Span, "grep -c counts lines");
            }
        }
    }
}
