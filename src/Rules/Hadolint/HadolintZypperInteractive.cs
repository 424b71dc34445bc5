using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3034 with hadolint's verdict.</summary>
internal sealed class HadolintZypperInteractive() : HadolintRunRule(new ZypperInteractive().Info, "this RUN calls zypper without -n or -y")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("zypper").Any(command => command.HasAny("install", "in", "remove", "rm", "source-install", "si", "patch")
            && !command.HasAnyFlag("non-interactive", "n", "no-confirm", "y"));
}
