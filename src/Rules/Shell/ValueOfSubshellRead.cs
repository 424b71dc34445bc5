using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ValueOfSubshellRead : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2031", "value-of-subshell-read", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable that is read outside of the subshell that has set it.",
            "What a subshell sets is lost with it. A pipe, a substitution and parentheses are subshells.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN (version=1.0); make VERSION="$version"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN version=1.0; make VERSION="$version"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (set, read) in LostAssignments.All(script))
        {
            report.Add(read.Span, $"{read.Name} was set in a subshell, and is not here");
        }
    }
}
