using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedPatternPart : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2295", "unquoted-pattern-part", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "An expansion without quotes in the pattern of another.",
            "Asterisks and question marks in its value fit other characters.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG FILE EXT
                    RUN echo "${FILE%$EXT}"
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG FILE EXT
                    RUN echo "${FILE%"$EXT"}"
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    ARG FILE EXT
                    RUN echo "${FILE%"$EXT"}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if (expansion.Operator is "%" or "%%" or "#" or "##" && expansion.Word is { } pattern)
            {
                foreach (var part in pattern.Parts.Where(part => part is ParameterExpansion or CommandSubstitution))
                {
                    report.Add(part.Span, "characters of this value count as a pattern", ShellEdits.Quoted(part.Span));
                }
            }
        }
    }
}
