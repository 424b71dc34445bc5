using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL1001 of hadolint: its own comments that speak of the next line. Off unless a severity is configured.</summary>
public sealed class HadolintInlineIgnore() : HadolintVariant(new InlineIgnore(), Severity.Ignore)
{
    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // hadolint does not see the comments between the lines of an instruction.
        var places = context.Tree.Root.Instructions.Select(instruction => instruction.Keyword).Append(context.Tree.Root.EndOfFile);
        foreach (var comment in InlineIgnore.Comments(places))
        {
            if (comment is { Dialect: SuppressionDialect.Hadolint, Scope: SuppressionScope.NextLine })
            {
                context.Report(comment.Span, "a comment switches rules off");
            }
        }
    });
}
