namespace Dockerlint.Syntax;

/// <summary><c>WORKDIR path</c>.</summary>
public sealed class WorkdirInstruction : SingleArgumentInstruction
{
    internal WorkdirInstruction(InstructionHead head, WordSyntax argument)
        : base(head, argument)
    {
    }
}
