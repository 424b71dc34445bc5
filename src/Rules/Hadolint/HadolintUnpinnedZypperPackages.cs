using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3037 with hadolint's verdict.</summary>
internal sealed class HadolintUnpinnedZypperPackages()
    : HadolintRunRule(new UnpinnedZypperPackages().Info with { DefaultSeverity = Severity.Warning },
    "this RUN installs packages with zypper without versions: write package=version")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("zypper").Where(command => command.HasAny("install", "in")).SelectMany(command => command.Operands())
            .Any(word => word is not ("install" or "in") && word.AsSpan().IndexOfAny("=<>") < 0
                && !word.EndsWith(".rpm", StringComparison.Ordinal));
}
