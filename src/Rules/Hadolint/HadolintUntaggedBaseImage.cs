using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3006 of hadolint: variables are not expanded; a name that begins with one is left alone.</summary>
internal sealed class HadolintUntaggedBaseImage() : HadolintVariant(new UntaggedBaseImage())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var from in context.Tree.Root.Instructions.OfType<FromInstruction>())
        {
            if (HadolintImage.Of(from) is { Tag: null, Digest: null, Name: not "scratch" and var name } && !name.StartsWith('$')
                && !names.Contains(name))
            {
                context.Report(from.Keyword.Span, $"image {from.Image.RawText} has no tag");
            }

            names.Add(from.StageName?.RawText ?? "");
        }
    });
}
