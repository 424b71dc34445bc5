using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3024 of hadolint: names are compared as written.</summary>
internal sealed class HadolintDuplicateStageName() : HadolintVariant(new DuplicateStageName())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var from in context.Tree.Root.Instructions.OfType<FromInstruction>())
        {
            if (from.StageName is { } name && !seen.Add(name.RawText))
            {
                context.Report(from.Keyword.Span, $"stage name {name.RawText} is already taken by an earlier stage");
            }
        }
    });
}
