namespace Dockerlint.Syntax;

/// <summary><c>MAINTAINER name</c>, deprecated.</summary>
public sealed class MaintainerInstruction : SingleArgumentInstruction
{
    internal MaintainerInstruction(InstructionHead head, WordSyntax argument)
        : base(head, argument)
    {
    }
}
