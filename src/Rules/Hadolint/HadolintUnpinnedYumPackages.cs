using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3033 with hadolint's verdict.</summary>
internal sealed class HadolintUnpinnedYumPackages()
    : HadolintRunRule(new UnpinnedYumPackages().Info with { DefaultSeverity = Severity.Warning },
    "this RUN installs packages with yum without versions: write package-version")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        HadolintRpmPins.AreMissing(run, "yum");
}
