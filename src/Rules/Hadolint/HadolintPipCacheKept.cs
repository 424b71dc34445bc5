using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3042 with hadolint's verdict.</summary>
internal sealed class HadolintPipCacheKept() : HadolintRunRule(new PipCacheKept().Info, "this RUN calls pip install without --no-cache-dir")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Commands.Any(command =>
            HadolintPip.IsInstall(command) && !HadolintPip.IsOtherTool(command) && !command.HasAnyFlag("no-cache-dir"))
        && !s_values.Any(value => run.Text.Contains($"PIP_NO_CACHE_DIR={value}", StringComparison.Ordinal))
        && !RunMounts.Covers(run.Instruction, ".cache/pip")
        && !run.Environment.Any(binding => binding.Name == "PIP_NO_CACHE_DIR" && s_values.Contains(binding.Value.Text));

    private static readonly string[] s_values = ["1", "true", "True", "TRUE", "on", "On", "ON", "yes", "Yes", "YES"];
}
