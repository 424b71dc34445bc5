using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class RmOfEmptyExpansion : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2115", "rm-of-empty-expansion", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An rm that would remove a folder of the system if an expansion is empty.",
            "An empty value makes `/usr` of `\"$root/usr\"` and `/` of `\"$root/\"`.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG root
                    RUN rm -rf "$root/usr"
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG root
                    RUN rm -rf "${root:?}/usr"
                    """),
            ])
        {
            Remedy = "Write `${name:?}`, which stops where the value is missing.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (command, word) in Removed.Words(script))
        {
            if (Removed.Path(word, out var hasExpansion, out var isGuarded) is { } path && !isGuarded
                && IsImportant(path) && (hasExpansion || path.EndsWith('*')))
            {
                report.Add(word.Span, hasExpansion ? $"when the expansion is empty, this removes {path}" : $"this removes {path}");
            }
        }
    }

    private static bool IsImportant(string path) =>
        path == "/*" || SystemFolders.Contains(path)
            || (path.EndsWith("/*", StringComparison.Ordinal) && SystemFolders.Contains(path[..^2]));
}
