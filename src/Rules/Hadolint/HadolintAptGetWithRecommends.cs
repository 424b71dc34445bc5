using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3015 with hadolint's verdict.</summary>
internal sealed class HadolintAptGetWithRecommends()
    : HadolintRunRule(new AptGetWithRecommends().Info, "this RUN calls apt-get install without --no-install-recommends")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("apt-get").Any(command => command.HasAny("install")
            && !command.HasAnyFlag("no-install-recommends") && !command.HasAny("APT::Install-Recommends=false"));
}
