using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3013 with hadolint's verdict.</summary>
internal sealed class HadolintUnpinnedPipPackages()
    : HadolintRunRule(new UnpinnedPipPackages().Info, "this RUN installs Python packages without versions: write package==version")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Commands.Any(command => HadolintPip.IsInstall(command) && !HadolintPip.IsPinned(command));
}
