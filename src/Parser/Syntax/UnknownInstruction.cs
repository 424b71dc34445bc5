namespace Dockerlint.Syntax;

/// <summary>An instruction whose keyword means nothing.</summary>
public sealed class UnknownInstruction : InstructionSyntax
{
    internal UnknownInstruction(InstructionHead head, SyntaxToken? rest)
        : base(head, [rest])
    {
    }
}
