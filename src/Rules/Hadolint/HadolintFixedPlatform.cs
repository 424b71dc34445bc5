using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3029 of hadolint: any --platform that mentions neither BUILDPLATFORM nor TARGETPLATFORM.</summary>
internal sealed class HadolintFixedPlatform() : HadolintVariant(new FixedPlatform())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var from in context.Tree.Root.Instructions.OfType<FromInstruction>())
        {
            if (from.Flag("platform") is { Value: { } platform } && !platform.Contains("BUILDPLATFORM", StringComparison.Ordinal)
                && !platform.Contains("TARGETPLATFORM", StringComparison.Ordinal))
            {
                context.Report(from.Keyword.Span, $"--platform={platform} is fixed");
            }
        }
    });
}
