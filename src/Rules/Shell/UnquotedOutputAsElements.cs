using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedOutputAsElements : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2207", "unquoted-output-as-elements", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A substitution without quotes in an array.",
            "Its output is split at blanks, and patterns in it become names of files.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN names=($(cat list.txt)); echo "${names[@]}"
                    """,
                    Good: """
                    FROM fedora:42
                    RUN mapfile -t names < list.txt; echo "${names[@]}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var substitution in script.All<CommandSubstitution>())
        {
            if (script.PlaceOf(substitution).Place == ScriptPlace.Element)
            {
                report.Add(substitution.Span, "the output is split into elements: use mapfile");
            }
        }
    }
}
