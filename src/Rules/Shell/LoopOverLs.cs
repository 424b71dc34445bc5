using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LoopOverLs : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2045", "loop-over-ls", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A loop over the output of ls.",
            "Names with blanks become several words.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN for file in $(ls /opt); do echo "$file"; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN for file in /opt/*; do echo "$file"; done
                    """),
            ])
        {
            Remedy = "Loop over a pattern.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (substitution, commands) in LoopSources.All(script))
        {
            if (commands is [{ Name: "ls" }])
            {
                report.AddAtMost(
                    commands[0].Words.Skip(1).Any(word => word.LiteralValue is ['-', ..]) ? Severity.Warning
                        : Severity.Error, substitution.Span,
                    "names with blanks become several words: loop over a pattern");
            }
        }
    }
}
