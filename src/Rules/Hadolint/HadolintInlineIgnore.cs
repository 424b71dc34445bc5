using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL1001 of hadolint: its own comments that speak of the next line. Off unless a severity is configured.</summary>
internal sealed class HadolintInlineIgnore() : HadolintVariant(new InlineIgnore(), Severity.Ignore)
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // hadolint does not see the comments between the lines of an instruction.
        foreach (var comment in SuppressionComment.In(context.Tree, withinInstructions: false))
        {
            if (comment is { Dialect: SuppressionDialect.Hadolint, Scope: SuppressionScope.NextLine })
            {
                context.Report(comment.Span, "a comment switches rules off");
            }
        }
    });
}
