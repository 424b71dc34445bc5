using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedElement : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2206", "unquoted-element", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An expansion without quotes in an array.",
            "A value with blanks becomes several elements.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    ARG NAMES
                    RUN names=($NAMES); echo "${names[@]}"
                    """,
                    Good: """
                    FROM fedora:42
                    ARG NAMES
                    RUN names=("$NAMES"); echo "${names[@]}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if (script.PlaceOf(expansion).Place == ScriptPlace.Element && expansion.Prefix is not "#" && !script.Flow.IsHarmless(expansion))
            {
                report.Add(expansion.Span, "a value with blanks becomes several elements");
            }
        }
    }
}
