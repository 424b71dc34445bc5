using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LabelNotLicense : Rule
{
    public override RuleInfo Info { get; } = new("DL3054", "label-not-license", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A label that is no SPDX licence expression.",
            """
            Only for labels to which the configured schema gives this form. Build arguments are evaluated; a value that depends on an
            unknown one is not looked at. Expressions combine licence ids with AND, OR and WITH.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL com.example.x=Apache2
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL com.example.x="Apache-2.0 OR MIT"
                    """) { Settings = LabelValues.Schema("com.example.x", LabelForm.Spdx) },
            ])
        {
            Remedy = """
                Use the ids of the SPDX list, as in `Apache-2.0` or `"Apache-2.0 OR MIT"`. For a licence of your own, write
                `LicenseRef-` and a name.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
        LabelValues.Check(stage, context, LabelForm.Spdx, SpdxLicenses.IsExpression, "an SPDX licence expression"));
}
