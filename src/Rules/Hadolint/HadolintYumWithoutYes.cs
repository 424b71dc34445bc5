using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3030 with hadolint's verdict.</summary>
internal sealed class HadolintYumWithoutYes() : HadolintRunRule(new YumWithoutYes().Info, "this RUN calls yum install without -y")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("yum").Any(command => command.HasAny("install", "groupinstall", "localinstall") && !command.HasAnyFlag("y", "assumeyes"));
}
