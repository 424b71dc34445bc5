using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class TextIntoArray : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2178", "text-into-array", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A text that is assigned to an array.",
            "It becomes its first element.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN names=(a b); names=c; echo "${names[@]}"
                    """,
                    Good: """
                    FROM fedora:42
                    RUN names=(a b); names=(c); echo "${names[@]}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var assignment in script.All<Assignment>())
        {
            if (assignment is { Array: null, Subscript: null, IsAppend: false } && script.Names.Arrays.Contains(assignment.Name)
                && script.Parent(assignment) is SimpleCommand { Words.IsEmpty: true })
            {
                report.Add(assignment.NameSpan, $"{assignment.Name} is an array: this becomes its first element");
            }
        }
    }
}
