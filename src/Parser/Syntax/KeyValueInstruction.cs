namespace Dockerlint.Syntax;

/// <summary>ARG, ENV or LABEL.</summary>
public abstract class KeyValueInstruction : InstructionSyntax
{
    private protected KeyValueInstruction(InstructionHead head, IReadOnlyList<KeyValueSyntax> pairs)
        : base(head, pairs)
    {
        Pairs = pairs;
    }

    /// <summary>The pairs in order.</summary>
    public IReadOnlyList<KeyValueSyntax> Pairs { get; }
}
