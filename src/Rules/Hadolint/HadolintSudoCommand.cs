using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3004 with hadolint's verdict.</summary>
internal sealed class HadolintSudoCommand()
    : HadolintRunRule(new SudoCommand().Info, "this RUN uses sudo: switch to the user with USER instead")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) => run.Named("sudo").Any();
}
