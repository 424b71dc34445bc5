using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3019 with hadolint's verdict.</summary>
internal sealed class HadolintApkCacheKept() : HadolintRunRule(new ApkCacheKept().Info, "this RUN calls apk add without --no-cache")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("apk").Any(command => command.HasAny("add") && !command.HasAnyFlag("no-cache"))
        && !RunMounts.Covers(run.Instruction, "/var/cache/apk");
}
