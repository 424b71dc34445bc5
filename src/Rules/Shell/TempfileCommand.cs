using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class TempfileCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2186", "tempfile-command", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "tempfile.",
            "Most systems no longer have it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN file=$(tempfile) && date > "$file"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN file=$(mktemp) && date > "$file"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("tempfile"))
        {
            report.Add(command.Words[0].Span, "use mktemp: most systems have no tempfile");
        }
    }
}
