using System.Collections.Immutable;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>A RUN as hadolint sees it.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="Anchor">The instruction whose first line carries the findings: the RUN, or the ONBUILD around it.</param>
/// <param name="Stage">The stage it stands in; null before the first FROM.</param>
/// <param name="Before">What is in force when it runs; null before the first FROM.</param>
/// <param name="Text">The text that is read as a script.</param>
/// <param name="Commands">Its commands in source order; none when the text cannot be read.</param>
/// <param name="HasPipe">Whether there is a pipe anywhere in it.</param>
internal sealed record HadolintRun(
    RunInstruction Instruction, InstructionSyntax Anchor, Stage? Stage, InstructionState? Before, string Text,
        ImmutableArray<HadolintCommand> Commands, bool HasPipe)
{
    /// <summary>Whether it is the trigger of an ONBUILD.</summary>
    internal bool IsTrigger => Anchor is OnbuildInstruction;

    /// <summary>The commands of one of the names.</summary>
    internal IEnumerable<HadolintCommand> Named(params string[] names) => Commands.Where(command => names.Contains(command.Name));

    /// <summary>Whether the first command that does the one thing comes before the first that does the other.</summary>
    internal bool LacksLater(Predicate<HadolintCommand> first, Predicate<HadolintCommand> later)
    {
        var begin = Index(first);
        return begin >= 0 && Index(later) < begin;
    }

    /// <summary>
    /// Whether the layers of its stage count for hadolint: those of the last stage and of every stage that another starts from.
    /// </summary>
    internal bool IsInLastOrBaseStage(BuildModel model) =>
        IsTrigger || Stage is null || Stage.Index == model.Stages.Count - 1
        || (Stage.From.StageName is { } name && model.Stages.Skip(Stage.Index + 1).Any(stage => stage.From.Image.RawText == name.RawText));

    /// <summary>The ENVs in force for the script; hadolint sees none for a trigger.</summary>
    internal IEnumerable<VariableBinding> Environment => IsTrigger ? [] : Before?.Variables.Environment ?? [];

    private int Index(Predicate<HadolintCommand> predicate)
    {
        for (var i = 0; i < Commands.Length; i++)
        {
            if (predicate(Commands[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
