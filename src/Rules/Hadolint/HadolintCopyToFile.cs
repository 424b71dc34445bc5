using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3021 of hadolint: COPY of several sources to anything that does not end in a slash, a dot or a variable included.</summary>
internal sealed class HadolintCopyToFile() : HadolintVariant(new CopyToFile())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var copy in context.Tree.Root.Instructions.OfType<CopyInstruction>())
        {
            if (copy.Arguments.Count > 2 && !HadolintText.Unquoted(copy.Destination).EndsWith('/'))
            {
                context.Report(copy.Keyword.Span, $"several sources and the destination {copy.Destination} does not end in a slash");
            }
        }
    });
}
