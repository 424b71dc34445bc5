using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class CommasInArray : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2054", "commas-in-array", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Commas between the elements of an array.",
            "Blanks separate elements, and commas are part of them.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN names=(a,b,c); echo "${names[@]}"
                    """,
                    Good: """
                    FROM fedora:42
                    RUN names=(a b c); echo "${names[@]}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var array in script.All<ArrayLiteral>())
        {
            if (array.Elements.Any(word => word.Parts.OfType<Literal>().Any(part => part.Text.Contains(',', StringComparison.Ordinal)
                && !part.Text.Contains('{', StringComparison.Ordinal))))
            {
                report.Add(array.Span, "blanks separate elements, not commas");
            }
        }
    }
}
