namespace Dockerlint.Syntax;

/// <summary><c>LABEL key=value...</c> or, in the legacy form, <c>LABEL key value</c>.</summary>
public sealed class LabelInstruction : KeyValueInstruction
{
    internal LabelInstruction(InstructionHead head, IReadOnlyList<KeyValueSyntax> pairs)
        : base(head, pairs)
    {
    }

    /// <summary>Whether the pair is written with a blank instead of an equals sign.</summary>
    public bool IsLegacyForm => Pairs is [{ EqualsToken: null }];
}
