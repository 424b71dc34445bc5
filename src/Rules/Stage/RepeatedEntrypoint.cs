using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL4004.</summary>
public sealed class RepeatedEntrypoint : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL4004", "repeated-entrypoint", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("MultipleInstructionsDisallowed"), RuleSource.Trivy("DS-0007")],
        Fix = FixAvailability.Always,
        Doc = new("More than one ENTRYPOINT in a stage.",
            "Only the last ENTRYPOINT takes effect; the others look as if they did.",
            [new("FROM alpine:3.22\nENTRYPOINT [\"a\"]\nENTRYPOINT [\"b\"]\n", "FROM alpine:3.22\nENTRYPOINT [\"b\"]\n", "FROM alpine:3.22\nENTRYPOINT [\"b\"]\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(RepeatedInstruction.Check<EntrypointInstruction>);
}
