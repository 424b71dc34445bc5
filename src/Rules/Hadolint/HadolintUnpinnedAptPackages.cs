using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3008 with hadolint's verdict.</summary>
internal sealed class HadolintUnpinnedAptPackages()
    : HadolintRunRule(new UnpinnedAptPackages().Info with { DefaultSeverity = Severity.Warning },
    "this RUN installs packages with apt-get without versions: write package=version")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("apt-get").Where(command => command.HasAny("install"))
            .SelectMany(command => command.Operands("t", "target-release"))
            .Any(word => word != "install" && !word.Contains('=') && !word.Contains('/')
                && !word.EndsWith(".deb", StringComparison.Ordinal));
}
