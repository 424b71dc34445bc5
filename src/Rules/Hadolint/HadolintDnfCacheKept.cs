using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3040 with hadolint's verdict.</summary>
internal sealed class HadolintDnfCacheKept()
    : HadolintRunRule(new DnfCacheKept().Info, "this RUN leaves the cache of dnf in the image: add dnf clean all")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        (IsKept(run, "dnf") || IsKept(run, "microdnf"))
        && !RunMounts.Covers(run.Instruction, "/var/cache/libdnf5") && !RunMounts.Covers(run.Instruction, ".cache/libdnf5");

    private static bool IsKept(HadolintRun run, string tool) => run.LacksLater(
        command => command.Name == tool
            && command.HasAny("install", "in", "upgrade", "up", "upgrade-minimal", "up-min", "reinstall", "rei"),
        command => (command.Name == tool && command.HasAny("clean", "all"))
            || (command.Name == "rm" && command.HasAny("-rf", "/var/cache/libdnf5*")));
}
