using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3048 of hadolint: every reserved prefix, and keys as written.</summary>
internal sealed class HadolintLabelKey() : HadolintVariant(new InvalidLabelKey())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var label in context.Tree.Root.Instructions.OfType<LabelInstruction>())
        {
            if (label.Pairs.Select(HadolintText.Key)
                .FirstOrDefault(key => LabelKey.Problem(key) is not null || LabelKey.IsReserved(key)) is { } bad)
            {
                context.Report(label.Keyword.Span, $"label key {bad} is no good");
            }
        }
    });
}
