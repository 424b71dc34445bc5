using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class InsecureRun : Rule
{
    public override RuleInfo Info { get; } = new("DK2016", "insecure-run", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "RUN --security=insecure.",
            """
            The command runs without a sandbox: it can reach the devices of the machine that builds, and builders refuse it unless they
            are told to allow it.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN --security=insecure mount -t tmpfs none /mnt
                    """,
                    Good: """
                    FROM debian:12
                    RUN --mount=type=tmpfs,target=/mnt true
                    """),
            ])
        {
            Remedy = """
                Drop the flag and ask for what the step needs only, such as `RUN --mount=type=tmpfs,target=/mnt`, or do the work in a
                container with `docker run --cap-add`. If it needs real devices and the builder is your own, ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<RunInstruction>(static (run, context) =>
    {
        if (run.Flag("security") is { Value: "insecure" } flag)
        {
            context.Report(flag.Span, "this command runs without a sandbox");
        }
    });
}
