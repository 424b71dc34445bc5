using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3041 with hadolint's verdict.</summary>
internal sealed class HadolintUnpinnedDnfPackages()
    : HadolintRunRule(new UnpinnedDnfPackages().Info with { DefaultSeverity = Severity.Warning },
    "this RUN installs packages with dnf without versions: write package-version")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        HadolintRpmPins.AreMissing(run, "dnf", "microdnf");
}
