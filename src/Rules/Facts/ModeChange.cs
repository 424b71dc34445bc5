using System.Collections.Immutable;
using Dockerlint.Commands;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>A change of owner or mode of known files.</summary>
/// <param name="Use">The command.</param>
/// <param name="Value">The owner or the mode.</param>
/// <param name="IsOwner">Whether it is the owner, and the group with it, rather than the mode or the group alone.</param>
/// <param name="IsRecursive">Whether it goes down into folders.</param>
/// <param name="Paths">The files.</param>
internal sealed record ModeChange(InvocationUse Use, string Value, bool IsOwner, bool IsRecursive, ImmutableArray<CommandWord> Paths)
{
    /// <summary>The change that a command makes; null when it is none or its value is not known.</summary>
    internal static ModeChange? Read(InvocationUse use)
    {
        var command = use.Invocation;
        if ((command.Find(EffectKind.ChangesOwner) ?? command.Find(EffectKind.ChangesMode)) is not { } effect)
        {
            return null;
        }

        // chmod -x file: the mode looks like an option; --reference takes it from another file.
        var value = effect.Spec.Operands == OperandRange.ButFirst ? command.Operands[0].Value
            : command.Options.LastOrDefault(option => effect.Spec.If.Contains(option.MainName)) is { Value: null, Name: { } mode } ? mode
                : null;
        return value is null ? null
            : new ModeChange(use, value, effect.Kind == EffectKind.ChangesOwner && command.Tool != FileTools.Chgrp,
                command.Has(OptionRole.Recursive), effect.Targets);
    }
}
