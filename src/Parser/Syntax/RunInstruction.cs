namespace Dockerlint.Syntax;

/// <summary><c>RUN [--mount --network --security --device] command</c>, with heredocs.</summary>
public sealed class RunInstruction : CommandInstruction
{
    internal RunInstruction(InstructionHead head, CommandSyntax? command)
        : base(head, command)
    {
    }
}
