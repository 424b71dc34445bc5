using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3003 with hadolint's verdict.</summary>
internal sealed class HadolintCdAtStart() : HadolintRunRule(new CdAtStart().Info, "this RUN uses cd: WORKDIR sets the directory")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        !run.IsTrigger && run.Named("cd").Any();
}
