using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class RepeatedCmd : Rule
{
    public override RuleInfo Info { get; } = new("DL4003", "repeated-cmd", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("MultipleInstructionsDisallowed"), RuleSource.Trivy("DS-0016")],
        Fix = FixAvailability.Always,
        Doc = new(
            "More than one CMD in a stage.",
            "Only the last CMD takes effect; the others look as if they did.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    CMD ["a"]
                    CMD ["b"]
                    """,
                    Good: """
                    FROM alpine:3.22 AS one
                    CMD ["a"]
                    FROM alpine:3.22
                    CMD ["b"]
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    CMD ["b"]
                    """),
            ])
        {
            Remedy = "Keep the one that is meant and delete the others. If several programs have to start, let one script start them.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(RepeatedInstruction.Check<CmdInstruction>);
}
