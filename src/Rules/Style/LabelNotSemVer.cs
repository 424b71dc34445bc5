using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LabelNotSemVer : Rule
{
    public override RuleInfo Info { get; } = new("DL3056", "label-not-semver", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A label that is no semantic version.",
            """
            Only for labels to which the configured schema gives this form. Build arguments are evaluated; a value that depends on an
            unknown one is not looked at. Semantic Versioning 2.0 wants three numbers, without a v.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL com.example.x=v1.2
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL com.example.x=1.2.0-rc.1
                    """) { Settings = LabelValues.Schema("com.example.x", LabelForm.SemVer) },
            ])
        {
            Remedy = """
                Write three numbers, as in `1.2.0`, and a preliminary version as `1.2.0-rc.1`. Take the `v` off a tag before you pass it
                as a build argument.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
        LabelValues.Check(stage, context, LabelForm.SemVer, LabelText.IsSemVer, "a semantic version"));
}
