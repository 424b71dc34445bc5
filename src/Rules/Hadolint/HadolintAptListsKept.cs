using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3009 with hadolint's verdict.</summary>
internal sealed class HadolintAptListsKept()
    : HadolintRunRule(new AptListsKept().Info, "this RUN leaves the package lists of apt in the image: remove /var/lib/apt/lists/*")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("apt", "apt-get", "aptitude").Any(command => command.HasAny("update"))
        && !run.Named("rm").Any(command => command.HasAny("-rf", "/var/lib/apt/lists/*"))
        && !RunMounts.Covers(run.Instruction, "/var/lib/apt/lists")
        && !(RunMounts.Covers(run.Instruction, "/var/lib/apt") && RunMounts.Covers(run.Instruction, "/var/cache/apt"))
        && run.IsInLastOrBaseStage(context.Model);
}
