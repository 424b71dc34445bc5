using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3012.</summary>
public sealed class RepeatedHealthcheck : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3012", "repeated-healthcheck", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("MultipleInstructionsDisallowed"), RuleSource.Trivy("DS-0023")],
        Fix = FixAvailability.Always,
        Doc = new("More than one HEALTHCHECK in a stage.",
            "Only the last HEALTHCHECK takes effect, NONE included; the others look as if they did.",
            [new("FROM alpine:3.22\nHEALTHCHECK CMD [\"a\"]\nHEALTHCHECK CMD [\"b\"]\n", "FROM alpine:3.22 AS one\nHEALTHCHECK CMD [\"a\"]\nFROM alpine:3.22\nHEALTHCHECK NONE\n",
                "FROM alpine:3.22\nHEALTHCHECK CMD [\"b\"]\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(RepeatedInstruction.Check<HealthcheckInstruction>);
}
