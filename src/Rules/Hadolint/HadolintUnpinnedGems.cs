using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3028 with hadolint's verdict.</summary>
internal sealed class HadolintUnpinnedGems()
    : HadolintRunRule(new UnpinnedGems().Info, "this RUN installs gems without versions: write gem:version")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("gem").Any(command => command.HasAny("install", "i")
            && !command.HasAny("-v", "--version") && !command.Arguments.Any(word => word.StartsWith("--version=", StringComparison.Ordinal))
            && Gems(command).Any(gem => gem is not ("install" or "i") && !gem.Contains(':', StringComparison.Ordinal)));

    private static IEnumerable<string> Gems(HadolintCommand command)
    {
        var skips = false;
        foreach (var word in command.Arguments.TakeWhile(word => word != "--"))
        {
            var isFlag = word.StartsWith('-');
            if (!skips && !isFlag)
            {
                yield return word;
            }

            skips = isFlag;
        }
    }
}
