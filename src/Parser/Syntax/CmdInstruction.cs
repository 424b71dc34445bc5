namespace Dockerlint.Syntax;

/// <summary><c>CMD command</c>.</summary>
public sealed class CmdInstruction : CommandInstruction
{
    internal CmdInstruction(InstructionHead head, CommandSyntax? command)
        : base(head, command)
    {
    }
}
