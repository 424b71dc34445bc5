using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class AssignmentInSubshell : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2030", "assignment-in-subshell", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable that is set in a subshell and read outside.",
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
        foreach (var (set, _) in LostAssignments.All(script).DistinctBy(pair => pair.Set.Span))
        {
            report.Add(set.Span, $"what a subshell sets {set.Name} to is lost with it");
        }
    }
}
