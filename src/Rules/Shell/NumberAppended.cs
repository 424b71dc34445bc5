using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class NumberAppended : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2324", "number-appended", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A number that is appended to a variable with `+=`.",
            "It is appended as text: 1 and 1 are 11.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN n=1; n+=1; echo "$n"
                    """,
                    Good: """
                    FROM fedora:42
                    RUN n=1; n=$((n + 1)); echo "$n"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var assignment in script.All<Assignment>())
        {
            if (assignment is { IsAppend: true, Value.LiteralValue: { Length: > 0 } value } && value.All(char.IsAsciiDigit)
                && !script.Commands.Any(command => CheckedScript.IsDeclaring(command) && ShellFlags.Has(command, "i")))
            {
                report.Add(assignment.NameSpan, "this appends a text, and calculates nothing");
            }
        }
    }
}
