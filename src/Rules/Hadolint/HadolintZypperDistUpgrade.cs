using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3035 with hadolint's verdict.</summary>
internal sealed class HadolintZypperDistUpgrade()
    : HadolintRunRule(new ZypperDistUpgrade().Info, "this RUN upgrades the whole distribution with zypper")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("zypper").Any(command => command.HasAny("dist-upgrade", "dup"));
}
