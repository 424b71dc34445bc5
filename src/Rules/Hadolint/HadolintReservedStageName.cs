using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3063 of hadolint: the names in lower case only.</summary>
internal sealed class HadolintReservedStageName() : HadolintVariant(new ReservedStageName())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var from in context.Tree.Root.Instructions.OfType<FromInstruction>())
        {
            if (from.StageName?.RawText is "scratch" or "context")
            {
                context.Report(from.Keyword.Span, $"stage name {from.StageName.RawText} is reserved");
            }
        }
    });
}
