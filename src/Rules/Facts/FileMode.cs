using Dockerlint.Commands;

namespace Dockerlint.Rules;

/// <summary>The mode that a command gives to files.</summary>
internal static class FileMode
{
    /// <summary>The word of the mode: chmod's first operand, or the value of an option; null when there is none.</summary>
    internal static CommandWord? Of(Invocation command)
    {
        if (command.Option(OptionRole.Mode) is { Value: { } value })
        {
            return value;
        }

        foreach (var effect in command.Effects)
        {
            if (effect is { Kind: EffectKind.ChangesMode, Spec.Operands: OperandRange.ButFirst, Certainty: not Certainty.Conditional })
            {
                return command.Operands[0];
            }
        }

        return null;
    }
}
