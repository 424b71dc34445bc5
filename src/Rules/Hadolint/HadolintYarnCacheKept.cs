using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3060 with hadolint's verdict.</summary>
internal sealed class HadolintYarnCacheKept()
    : HadolintRunRule(new YarnCacheKept().Info, "this RUN leaves the cache of yarn in the image: add yarn cache clean")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.LacksLater(
            command => command.Name == "yarn" && command.HasAny("install"),
            command => command.Name == "yarn" && command.HasAny("cache", "clean"))
        && !RunMounts.Covers(run.Instruction, ".cache/yarn")
        && run.IsInLastOrBaseStage(context.Model);
}
