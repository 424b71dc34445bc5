using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LoopOverFind : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2044", "loop-over-find", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A loop over the output of find.",
            "Names with blanks become several words.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN for file in $(find /opt -name '*.sh'); do chmod +x "$file"; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -name '*.sh' -exec chmod +x {} +
                    """),
            ])
        {
            Remedy = "Use find -exec, or read names line by line.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (substitution, commands) in LoopSources.All(script))
        {
            if (commands is [{ Name: "find" }])
            {
                report.Add(substitution.Span, "names with blanks become several words: use find -exec");
            }
        }
    }
}
