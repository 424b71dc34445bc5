using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LabelNotEmail : Rule
{
    public override RuleInfo Info { get; } = new("DL3058", "label-not-email", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A label that is no e-mail address.",
            """
            Only for labels to which the configured schema gives this form. Build arguments are evaluated; a value that depends on an
            unknown one is not looked at. RFC 5322 says what one is; a name before the address is allowed.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL com.example.x=ann
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL com.example.x="Ann <ann@example.com>"
                    """) { Settings = LabelValues.Schema("com.example.x", LabelForm.Email) },
            ])
        {
            Remedy = "Write the address, as in `ann@example.com`, or name and address in quotes, as in `\"Ann <ann@example.com>\"`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
        LabelValues.Check(stage, context, LabelForm.Email, LabelText.IsMailbox, "an e-mail address"));
}
