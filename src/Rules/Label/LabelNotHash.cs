using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3055.</summary>
public sealed class LabelNotHash : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3055", "label-not-hash", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("A label that is no git commit hash.",
            "Only for labels to which the configured schema gives this form. Build arguments are evaluated; a value that depends on an unknown one is not looked at. Seven to forty hexadecimal digits, or sixty-four.",
            [new("FROM alpine:3.22\nLABEL com.example.x=main\n", "FROM alpine:3.22\nLABEL com.example.x=4f2a9c1\n") { Settings = LabelValues.Schema("com.example.x", LabelForm.Hash) }]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
        LabelValues.Check(stage, context, LabelForm.Hash, LabelText.IsHash, "a commit hash"));
}
