using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LabelNotHash : Rule
{
    public override RuleInfo Info { get; } = new("DL3055", "label-not-hash", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A label that is no git commit hash.",
            """
            Only for labels to which the configured schema gives this form. Build arguments are evaluated; a value that depends on an
            unknown one is not looked at. Seven to forty hexadecimal digits, or sixty-four.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL com.example.x=main
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL com.example.x=4f2a9c1
                    """) { Settings = LabelValues.Schema("com.example.x", LabelForm.Hash) },
            ])
        {
            Remedy = "Write what `git rev-parse HEAD` prints, best from a build argument.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
        LabelValues.Check(stage, context, LabelForm.Hash, LabelText.IsHash, "a commit hash"));
}
