using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3023 of hadolint: COPY from the name of the stage itself, as written.</summary>
internal sealed class HadolintCopyFromSelf() : HadolintVariant(new CopyFromSelf())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        string? name = null;
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction is FromInstruction from)
            {
                name = from.StageName?.RawText;
            }
            else if (instruction is CopyInstruction copy && name is not null && HadolintText.CopySource(copy) == name)
            {
                context.Report(copy.Keyword.Span, $"--from={name} names the stage itself");
            }
        }
    });
}
