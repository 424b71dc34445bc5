using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LabelNotTime : Rule
{
    public override RuleInfo Info { get; } = new("DL3053", "label-not-time", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A label that is no time as in RFC 3339.",
            """
            Only for labels to which the configured schema gives this form. Build arguments are evaluated; a value that depends on an
            unknown one is not looked at. The form is 2026-01-31T12:00:00Z.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL com.example.x="31 Jan 2026"
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL com.example.x=2026-01-31T12:00:00Z
                    """) { Settings = LabelValues.Schema("com.example.x", LabelForm.Rfc3339) },
            ])
        {
            Remedy = """
                Pass the output of `date -u +%Y-%m-%dT%H:%M:%SZ` as a build argument, or write such a time out, with `T`, seconds and
                time zone.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
        LabelValues.Check(stage, context, LabelForm.Rfc3339, LabelText.IsTime, "a time as in RFC 3339"));
}
