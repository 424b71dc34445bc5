namespace Dockerlint.Syntax;

/// <summary><c>ENV name=value...</c> or, in the legacy form, <c>ENV name value</c>.</summary>
public sealed class EnvInstruction : KeyValueInstruction
{
    internal EnvInstruction(InstructionHead head, IReadOnlyList<KeyValueSyntax> pairs)
        : base(head, pairs)
    {
    }

    /// <summary>Whether the pair is written with a blank instead of an equals sign.</summary>
    public bool IsLegacyForm => Pairs is [{ EqualsToken: null }];
}
