using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class RmOfSystemFolder : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2114", "rm-of-system-folder", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An rm of a folder of the system.",
            "Most images do not work without it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN rm -rf /usr/share
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN rm -rf /usr/share/doc
                    """),
            ])
        {
            Remedy = "Remove only what is yours.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (command, word) in Removed.Words(script))
        {
            if (Removed.Path(word, out var hasExpansion, out _) is { } path && !hasExpansion && SystemFolders.Contains(path))
            {
                report.Add(word.Span, $"{path} belongs to the system");
            }
        }
    }
}
