using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3051 of hadolint: values as written.</summary>
internal sealed class HadolintEmptyLabel() : HadolintVariant(new EmptyLabel())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var label in context.Tree.Root.Instructions.OfType<LabelInstruction>())
        {
            foreach (var pair in label.Pairs)
            {
                if (HadolintText.Key(pair) is var key && context.Settings.LabelSchema.ContainsKey(key)
                    && HadolintText.Value(pair).Length == 0)
                {
                    context.Report(label.Keyword.Span, $"label {key} is empty");
                }
            }
        }
    });
}
