using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3065 of hadolint: the variable alone, as written.</summary>
internal sealed class HadolintNeedlessPlatform() : HadolintVariant(new NeedlessPlatform())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var from in context.Tree.Root.Instructions.OfType<FromInstruction>())
        {
            if (from.Flag("platform")?.ValueWord?.RawText is "$TARGETPLATFORM" or "${TARGETPLATFORM}")
            {
                context.Report(from.Keyword.Span, "--platform asks for what is the default anyway");
            }
        }
    });
}
