using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3027 with hadolint's verdict.</summary>
internal sealed class HadolintAptCommand()
    : HadolintRunRule(new AptCommand().Info, "this RUN uses apt, which is not for scripts: use apt-get or apt-cache")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) => run.Named("apt").Any();
}
