using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class TextAppendedToArray : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2179", "text-appended-to-array", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A text that is appended to an array.",
            "It is appended to its first element.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN names=(a b); names+=c; echo "${names[@]}"
                    """,
                    Good: """
                    FROM fedora:42
                    RUN names=(a b); names+=(c); echo "${names[@]}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var assignment in script.All<Assignment>())
        {
            if (assignment is { Array: null, Subscript: null, IsAppend: true } && script.Names.Arrays.Contains(assignment.Name))
            {
                report.Add(assignment.NameSpan, $"{assignment.Name} is an array: this goes to the end of its first element");
            }
        }
    }
}
