namespace Dockerlint.Syntax;

/// <summary><c>STOPSIGNAL signal</c>.</summary>
public sealed class StopsignalInstruction : SingleArgumentInstruction
{
    internal StopsignalInstruction(InstructionHead head, WordSyntax argument)
        : base(head, argument)
    {
    }
}
