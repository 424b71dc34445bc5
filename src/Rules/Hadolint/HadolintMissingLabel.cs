using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// DL3049 of hadolint: every stage without a label, but for those that start from one that has it, that one that has it starts from,
/// and those that a later COPY takes files from.
/// </summary>
internal sealed class HadolintMissingLabel() : HadolintVariant(new MissingLabel())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var label in context.Settings.LabelSchema.Keys)
        {
            Check(label, context);
        }
    });

    private static void Check(string label, RuleContext context)
    {
        var good = new HashSet<string>(StringComparer.Ordinal);
        var bad = new List<FromInstruction>();
        FromInstruction? stage = null;
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            switch (instruction)
            {
                case FromInstruction from:
                    stage = from;
                    if (!good.Contains(HadolintImage.Of(from).Name))
                    {
                        bad.Add(from);
                    }
                    else if (from.StageName is { } name)
                    {
                        good.Add(name.RawText);
                    }

                    break;
                case CopyInstruction copy when HadolintText.CopySource(copy) is { } source:
                    bad.RemoveAll(from => from.StageName?.RawText == source);
                    break;
                case LabelInstruction labels when stage is not null && labels.Pairs.Any(pair => HadolintText.Key(pair) == label):
                    var image = HadolintImage.Of(stage).Name;
                    bad.RemoveAll(from => from == stage || from.StageName?.RawText == image);
                    if (stage.StageName is { } own)
                    {
                        good.Add(own.RawText);
                    }

                    break;
            }
        }

        foreach (var from in bad)
        {
            context.Report(from.Keyword.Span, $"label {label} is missing");
        }
    }
}
