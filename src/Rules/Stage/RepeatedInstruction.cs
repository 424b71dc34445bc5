using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>Finds instructions of which only the last in a stage counts.</summary>
internal static class RepeatedInstruction
{
    internal static void Check<T>(RuleContext context)
        where T : InstructionSyntax
    {
        T? first = null;
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction is FromInstruction)
            {
                first = null;
            }
            else if (instruction is T repeated)
            {
                if (first is not null)
                {
                    context.Report(repeated.Keyword.Span, $"more than one {repeated.Name} in a stage: only the last one counts");
                }

                first ??= repeated;
            }
        }
    }
}
