using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL4003.</summary>
public sealed class RepeatedCmd : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL4003", "repeated-cmd", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("MultipleInstructionsDisallowed"), RuleSource.Trivy("DS-0016")],
        Fix = FixAvailability.Always,
        Doc = new("More than one CMD in a stage.",
            "Only the last CMD takes effect; the others look as if they did.",
            [new("FROM alpine:3.22\nCMD [\"a\"]\nCMD [\"b\"]\n", "FROM alpine:3.22 AS one\nCMD [\"a\"]\nFROM alpine:3.22\nCMD [\"b\"]\n", "FROM alpine:3.22\nCMD [\"b\"]\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(RepeatedInstruction.Check<CmdInstruction>);
}
