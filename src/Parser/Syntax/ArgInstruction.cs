namespace Dockerlint.Syntax;

/// <summary><c>ARG name[=default]...</c>.</summary>
public sealed class ArgInstruction : KeyValueInstruction
{
    internal ArgInstruction(InstructionHead head, IReadOnlyList<KeyValueSyntax> pairs)
        : base(head, pairs)
    {
    }
}
