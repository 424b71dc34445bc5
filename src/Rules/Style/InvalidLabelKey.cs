using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class InvalidLabelKey : Rule
{
    // Docker Desktop asks extensions to carry these.
    private static readonly string[] s_forAuthors = ["com.docker.desktop.", "com.docker.extension.", "com.docker.image."];

    public override RuleInfo Info { get; } = new("DL3048", "invalid-label-key", Category.Style, Severity.Style)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A label key that tools may not accept, or that Docker keeps to itself.",
            """
            Keys are lower-case letters, digits, dots, dashes, underscores and slashes, begin with a letter, and carry the reversed
            domain of their owner. Labels that Docker asks extensions for are left alone.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL Maintainer=ann
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL com.example.owner=ann
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL com.docker.owner=ann
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL com.docker.desktop.extension.api.version=0.3.4
                    """),
            ])
        {
            Remedy = """
                Write a key such as `com.example.owner` under a domain of your own, ending in a letter or digit and without doubled dots
                or dashes. For common facts, use the `org.opencontainers.image` keys.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var (key, _, pair) in LabelPairs.Of(stage))
        {
            if (key is not null && LabelKey.Problem(key) is { } problem)
            {
                context.Report(pair.Key.Span, $"label key {key} {problem}");
            }
            else if (key is not null && LabelKey.IsReserved(key)
                && !Array.Exists(s_forAuthors, prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            {
                context.Report(pair.Key.Span, $"label key {key} is in a name space that Docker keeps to itself");
            }
        }
    });
}
