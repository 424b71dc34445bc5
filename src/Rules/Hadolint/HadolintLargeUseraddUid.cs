using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3046 with hadolint's verdict.</summary>
internal sealed class HadolintLargeUseraddUid()
    : HadolintRunRule(new LargeUseraddUid().Info, "this RUN calls useradd with a large user id and without --no-log-init")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("useradd")
            .Any(command => command.HasAnyFlag("u", "uid") && !command.HasAnyFlag("l", "no-log-init") && command.ValueOf("u")?.Length > 5);
}
