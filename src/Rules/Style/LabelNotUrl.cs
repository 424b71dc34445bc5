using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LabelNotUrl : Rule
{
    public override RuleInfo Info { get; } = new("DL3052", "label-not-url", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A label that is no absolute URI.",
            """
            Only for labels to which the configured schema gives this form. Build arguments are evaluated; a value that depends on an
            unknown one is not looked at. RFC 3986 says what one is.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL com.example.x=example.com/x
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL com.example.x=https://example.com/x
                    """) { Settings = LabelValues.Schema("com.example.x", LabelForm.Url) },
            ])
        {
            Remedy = "Write the whole address with its scheme, as in `https://example.com/x`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
        LabelValues.Check(stage, context, LabelForm.Url, LabelText.IsAbsoluteUri, "an absolute URI"));
}
