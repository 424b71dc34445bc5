using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3036 with hadolint's verdict.</summary>
internal sealed class HadolintZypperCacheKept()
    : HadolintRunRule(new ZypperCacheKept().Info, "this RUN leaves the cache of zypper in the image: add zypper clean")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.LacksLater(
            command => command.Name == "zypper" && command.HasAny("install", "in"),
            command => command.Name == "zypper" && command.HasAny("clean", "cc"))
        && !RunMounts.Covers(run.Instruction, "/var/cache/zypp");
}
