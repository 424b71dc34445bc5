using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DK2016.</summary>
public sealed class InsecureRun : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2016", "insecure-run", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("RUN --security=insecure.",
            "The command runs without a sandbox: it can reach the devices of the machine that builds, and builders refuse it unless they are told to allow it.",
            [new("FROM debian:12\nRUN --security=insecure mount -t tmpfs none /mnt\n", "FROM debian:12\nRUN --mount=type=tmpfs,target=/mnt true\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Instruction<RunInstruction>(static (run, context) =>
    {
        if (run.Flag("security") is { Value: "insecure" } flag)
        {
            context.Report(flag.Span, "this command runs without a sandbox");
        }
    });
}
