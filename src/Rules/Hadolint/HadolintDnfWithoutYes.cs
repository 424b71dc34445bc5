using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3038 with hadolint's verdict.</summary>
internal sealed class HadolintDnfWithoutYes() : HadolintRunRule(new DnfWithoutYes().Info, "this RUN calls dnf install without -y")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("dnf", "microdnf")
            .Any(command => command.HasAny("install", "groupinstall", "localinstall") && !command.HasAnyFlag("y", "assumeyes"));
}
