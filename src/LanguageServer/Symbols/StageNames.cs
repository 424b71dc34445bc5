using System.Globalization;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Symbols;

/// <summary>Where stages are declared and named: FROM, <c>--from</c> and the <c>from</c> of mounts.</summary>
internal static class StageNames
{
    internal static IEnumerable<Occurrence> Find(BuildModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.From.StageName is { } name)
            {
                yield return new Occurrence(name.Span, Of(stage), IsDeclaration: true, stage.Index);
            }

            if (stage.Base.Stage is { } parent && stage.From.Image.LiteralValue is not null)
            {
                yield return new Occurrence(stage.From.Image.Span, Of(parent), IsDeclaration: false, stage.Index);
            }

            foreach (var step in stage.Steps)
            {
                foreach (var (word, span) in Sources(step.Action))
                {
                    if (Resolve(model, word, stage.Index) is { } used)
                    {
                        yield return new Occurrence(span, Of(used), IsDeclaration: false, stage.Index);
                    }
                }
            }
        }
    }

    internal static Symbol Of(Stage stage) =>
        new(SymbolKind.Stage, stage.From.StageName?.RawText ?? stage.Index.ToString(CultureInfo.InvariantCulture), stage.Index);

    /// <summary>The stage that a name or a number means in a stage: the last of that name above it.</summary>
    internal static Stage? Resolve(BuildModel model, string name, int below) =>
        model.Stages.LastOrDefault(stage => stage.Index < below && string.Equals(stage.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < below
            ? model.Stages[index] : null);

    private static IEnumerable<(string Name, TextSpan Span)> Sources(InstructionSyntax instruction)
    {
        if (instruction is FileTransferInstruction && instruction.Flag("from") is { ValueWord: { LiteralValue: { } name } word })
        {
            yield return (name, word.Span);
        }

        foreach (var option in (instruction as RunInstruction)?.Mounts.Select(mount => mount.Option("from")) ?? [])
        {
            if (option is { ValueWord.LiteralValue: { } from, ValueSpan: { } span })
            {
                yield return (from, span);
            }
        }
    }
}
