using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedCasePattern : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2254", "unquoted-case-pattern", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An expansion without quotes as a pattern of case.",
            "Asterisks and question marks in its value fit other characters.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG A B
                    RUN case "$A" in $B) make;; esac
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG A B
                    RUN case "$A" in "$B") make;; esac
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if (script.PlaceOf(expansion).Place == ScriptPlace.CasePattern && script.Parent(expansion) is ShellWord { Parts.Length: 1 })
            {
                report.Add(expansion.Span, "characters of this value count as a pattern");
            }
        }
    }
}
