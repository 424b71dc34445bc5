using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ModeOfLastFolder : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2174", "mode-of-last-folder", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "mkdir with `-p` and `-m` for folders in folders.",
            "Only the last folder gets the mode; those above get the default.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN mkdir -p -m 700 /data/keys
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN mkdir -m 700 /data && mkdir -m 700 /data/keys
                    """),
            ])
        {
            Remedy = "Make each folder with a mkdir of its own, or use install -d.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands.Where(command => CommandNames.Last(command) == "mkdir"))
        {
            var flags = ShellFlags.Of(command).ToList();
            if (flags.Any(flag => flag.Flag is "p" or "parents")
                && flags.FirstOrDefault(flag => flag.Flag is "m" or "mode") is { Word: { } mode }
                && ShellFlags.Operands(command).Any(word => IsDeep(script.Slice(word.Span).Trim('"', '\''))))
            {
                report.Add(mode.Span, "only the last folder gets this mode");
            }
        }
    }

    private static bool IsDeep(string path)
    {
        while (path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal))
        {
            path = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        }

        return path.TrimEnd('/').Contains('/', StringComparison.Ordinal) || path.StartsWith('$');
    }
}
