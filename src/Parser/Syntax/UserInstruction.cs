namespace Dockerlint.Syntax;

/// <summary><c>USER user[:group]</c>.</summary>
public sealed class UserInstruction : SingleArgumentInstruction
{
    internal UserInstruction(InstructionHead head, WordSyntax argument)
        : base(head, argument)
    {
    }
}
