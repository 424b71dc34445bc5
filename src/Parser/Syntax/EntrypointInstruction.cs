namespace Dockerlint.Syntax;

/// <summary><c>ENTRYPOINT command</c>.</summary>
public sealed class EntrypointInstruction : CommandInstruction
{
    internal EntrypointInstruction(InstructionHead head, CommandSyntax? command)
        : base(head, command)
    {
    }
}
