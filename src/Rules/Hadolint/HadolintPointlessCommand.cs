using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3001 with hadolint's verdict.</summary>
internal sealed class HadolintPointlessCommand()
    : HadolintRunRule(new PointlessCommand().Info, "a command of this RUN makes no sense in a build step")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim").Any();
}
