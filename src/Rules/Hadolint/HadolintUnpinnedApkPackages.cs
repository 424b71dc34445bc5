using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3018 with hadolint's verdict.</summary>
internal sealed class HadolintUnpinnedApkPackages()
    : HadolintRunRule(new UnpinnedApkPackages().Info with { DefaultSeverity = Severity.Warning },
    "this RUN installs packages with apk without versions: write package=version")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("apk").Where(command => command.HasAny("add"))
            .SelectMany(command => command.Operands("t", "virtual", "repository", "X"))
            .Any(word => word != "add" && word.AsSpan().IndexOfAny("=~><") < 0 && !word.EndsWith(".apk", StringComparison.Ordinal));
}
