using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class RepeatedEntrypoint : Rule
{
    public override RuleInfo Info { get; } = new("DL4004", "repeated-entrypoint", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("MultipleInstructionsDisallowed"), RuleSource.Trivy("DS-0007")],
        Fix = FixAvailability.Always,
        Doc = new(
            "More than one ENTRYPOINT in a stage.",
            "Only the last ENTRYPOINT takes effect; the others look as if they did.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENTRYPOINT ["a"]
                    ENTRYPOINT ["b"]
                    """,
                    Good: """
                    FROM alpine:3.22
                    ENTRYPOINT ["b"]
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    ENTRYPOINT ["b"]
                    """),
            ])
        {
            Remedy = """
                Keep the one that is meant and delete the others. If both commands have to run, put them into one script that ends in
                `exec "$@"`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(RepeatedInstruction.Check<EntrypointInstruction>);
}
