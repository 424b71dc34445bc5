using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// hadolint's view of label values: the text as written, so that one with a variable hardly ever has its form. Not sealed: one class a
/// form.
/// </summary>
internal abstract class HadolintLabelForm : HadolintVariant
{
    private readonly LabelForm _form;
    private readonly Func<string, bool> _isValid;

    private protected HadolintLabelForm(Rule ours, LabelForm form, Func<string, bool> isValid)
        : base(ours)
    {
        _form = form;
        _isValid = isValid;
    }

    public sealed override void Register(RuleHooks on) => on.File(context =>
    {
        foreach (var label in context.Tree.Root.Instructions.OfType<LabelInstruction>())
        {
            foreach (var pair in label.Pairs)
            {
                if (HadolintText.Key(pair) is var key && context.Settings.LabelSchema.TryGetValue(key, out var form) && form == _form
                    && !_isValid(HadolintText.Value(pair)))
                {
                    context.Report(label.Keyword.Span, $"label {key} has the wrong form");
                }
            }
        }
    });
}
