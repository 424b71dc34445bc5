using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3007 of hadolint: the tag as written.</summary>
internal sealed class HadolintLatestBaseImage() : HadolintVariant(new LatestBaseImage())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var from in context.Tree.Root.Instructions.OfType<FromInstruction>())
        {
            if (HadolintImage.Of(from) is { Tag: "latest", Digest: null })
            {
                context.Report(from.Keyword.Span, $"image {from.Image.RawText} is named by the moving tag latest");
            }
        }
    });
}
