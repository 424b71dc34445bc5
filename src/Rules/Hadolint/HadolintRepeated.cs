using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// hadolint's view of repeated instructions: all but the first of a stage. Not sealed: one class an instruction derives from it.
/// </summary>
/// <typeparam name="T">The instruction.</typeparam>
internal abstract class HadolintRepeated<T> : HadolintVariant
    where T : InstructionSyntax
{
    private protected HadolintRepeated(Rule ours)
        : base(ours)
    {
    }

    public sealed override void Register(RuleHooks on) => on.File(static context =>
    {
        var isFirst = true;
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            isFirst |= instruction is FromInstruction;
            if (instruction is T)
            {
                if (!isFirst)
                {
                    context.Report(instruction.Keyword.Span, $"more than one {instruction.Name} in a stage: only the last one counts");
                }

                isFirst = false;
            }
        }
    });
}
