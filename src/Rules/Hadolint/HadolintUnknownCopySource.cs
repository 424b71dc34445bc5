using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3022 of hadolint: a source without a colon that is no name of an earlier stage as written and no number of one.</summary>
internal sealed class HadolintUnknownCopySource() : HadolintVariant(new UnknownCopySource())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var stages = 0;
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction is FromInstruction from)
            {
                stages++;
                names.Add(from.StageName?.RawText ?? "");
            }
            else if (instruction is CopyInstruction copy && HadolintText.CopySource(copy) is { } source && !source.Contains(':')
                && !names.Contains(source) && !IsIndex(source, stages))
            {
                context.Report(copy.Keyword.Span, $"--from={source} names no earlier stage");
            }
        }
    });

    // The digits a text begins with count, whatever stands behind them.
    private static bool IsIndex(string text, int stages)
    {
        var digits = text.Length - text.TrimStart(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']).Length;
        return digits > 0 && int.TryParse(text[..digits], out var index) && index < stages;
    }
}
