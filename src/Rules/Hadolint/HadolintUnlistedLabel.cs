using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3050 of hadolint: keys as written.</summary>
internal sealed class HadolintUnlistedLabel() : HadolintVariant(new UnlistedLabel())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var label in context.Settings.HasStrictLabels ? context.Tree.Root.Instructions.OfType<LabelInstruction>() : [])
        {
            if (label.Pairs.Select(HadolintText.Key).FirstOrDefault(key => !context.Settings.LabelSchema.ContainsKey(key)) is { } key)
            {
                context.Report(label.Keyword.Span, $"label {key} is not in the schema");
            }
        }
    });
}
