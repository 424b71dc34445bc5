using System.Globalization;
using Dockerlint.Syntax;

namespace Dockerlint.Semantics.Conversion;

/// <summary>Checks which stage COPY --from and mounts name: it must stand before the stage that uses it.</summary>
internal sealed class StageReferenceChecks(IReadOnlyList<Stage> stages)
{
    private readonly Dictionary<string, Stage> _byName = StageLookup.ByName(stages);

    internal void Check(InstructionSyntax instruction, Stage user, ConversionContext context)
    {
        switch (instruction)
        {
            case CopyInstruction copy when copy.Flag("from") is { ExpandedWord: { } word } flag:
                CheckCopy(word, flag, user, context);
                break;
            case RunInstruction run:
                foreach (var mount in run.Mounts)
                {
                    if (mount.Option("from") is { Value: { Length: > 0 } name, ValueSpan: { } span }
                        && !name.Contains('$', StringComparison.Ordinal))
                    {
                        CheckName(name, span, user, context);
                    }
                }

                break;
        }
    }

    private void CheckCopy(WordSyntax word, FlagSyntax flag, Stage user, ConversionContext context)
    {
        var span = flag.ValueWord!.Span;
        if (word.Variables.Any())
        {
            context.Report(span, "COPY --from takes no variables: give the image a stage of its own with FROM, and name that stage");
        }
        else if (word.LiteralValue is { Length: > 0 } name)
        {
            if (int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            {
                CheckIndex(index, span, user, context);
            }
            else
            {
                CheckName(name, span, user, context);
            }
        }
    }

    private void CheckIndex(int index, Text.TextSpan span, Stage user, ConversionContext context)
    {
        if (index < 0 || index >= stages.Count)
        {
            context.Report(span, $"there is no stage {index}: the file has {stages.Count}, counted from 0");
        }
        else if (index >= user.Index)
        {
            Late(index.ToString(CultureInfo.InvariantCulture), index, span, user, context);
        }
    }

    private void CheckName(string name, Text.TextSpan span, Stage user, ConversionContext context)
    {
        if (_byName.TryGetValue(name, out var stage))
        {
            if (stage.Index >= user.Index)
            {
                Late(name, stage.Index, span, user, context);
            }
        }
        else if (name != "scratch" && ImageReference.TryParse(name) is null)
        {
            context.Report(span, BaseChecks.InvalidReference(name));
        }
    }

    private static void Late(string name, int index, Text.TextSpan span, Stage user, ConversionContext context) =>
        context.Report(span, index == user.Index
            ? $"a stage cannot take files from itself: {name} is the stage this instruction stands in"
            : $"stage {name} must stand before the stage that uses it");
}
