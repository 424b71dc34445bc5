using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class RepeatedHealthcheck : Rule
{
    public override RuleInfo Info { get; } = new("DL3012", "repeated-healthcheck", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("MultipleInstructionsDisallowed"), RuleSource.Trivy("DS-0023")],
        Fix = FixAvailability.Always,
        Doc = new(
            "More than one HEALTHCHECK in a stage.",
            "Only the last HEALTHCHECK takes effect, NONE included; the others look as if they did.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    HEALTHCHECK CMD ["a"]
                    HEALTHCHECK CMD ["b"]
                    """,
                    Good: """
                    FROM alpine:3.22 AS one
                    HEALTHCHECK CMD ["a"]
                    FROM alpine:3.22
                    HEALTHCHECK NONE
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    HEALTHCHECK CMD ["b"]
                    """),
            ])
        {
            Remedy = """
                Keep one and delete the others. If several conditions have to hold, join them, as in `HEALTHCHECK CMD check-a &&
                check-b`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(RepeatedInstruction.Check<HealthcheckInstruction>);
}
