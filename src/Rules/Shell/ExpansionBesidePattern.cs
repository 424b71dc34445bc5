using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ExpansionBesidePattern : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2231", "expansion-beside-pattern", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "An expansion without quotes beside a pattern that a loop goes over.",
            "A blank in its value takes the pattern apart.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG DIR
                    RUN for file in $DIR/*.txt; do echo "$file"; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG DIR
                    RUN for file in "$DIR"/*.txt; do echo "$file"; done
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    ARG DIR
                    RUN for file in "$DIR"/*.txt; do echo "$file"; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var loop in script.All<ForCommand>())
        {
            foreach (var word in loop.Words.Where(script.IsGlob))
            {
                foreach (var part in word.Parts.Where(part => part is ParameterExpansion or CommandSubstitution))
                {
                    report.Add(part.Span, "a blank in this value takes the pattern apart", ShellEdits.Quoted(part.Span));
                }
            }
        }
    }
}
