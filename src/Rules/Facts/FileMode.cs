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

    /// <summary>Whether a mode lets everybody write; one with the sticky bit does not let them take away what others have.</summary>
    internal static bool IsWorldWritable(string mode)
    {
        if (mode.Length is 3 or 4 && mode.AsSpan().IndexOfAnyExceptInRange('0', '7') < 0)
        {
            var isSticky = mode.Length == 4 && ((mode[0] - '0') & 1) != 0;
            return ((mode[^1] - '0') & 2) != 0 && !isSticky;
        }

        return !mode.Contains('t', StringComparison.Ordinal) && mode.Split(',').Any(clause =>
            clause.IndexOfAny(['+', '=']) is >= 0 and var op && clause[(op + 1)..].Contains('w', StringComparison.Ordinal)
            && clause.AsSpan(0, op).IndexOfAny('a', 'o') >= 0 && clause.AsSpan(0, op).IndexOfAnyExcept("ugoa") < 0);
    }
}
