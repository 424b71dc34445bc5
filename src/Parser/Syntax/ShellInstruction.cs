namespace Dockerlint.Syntax;

/// <summary><c>SHELL ["executable", "parameter"]</c>.</summary>
public sealed class ShellInstruction : CommandInstruction
{
    internal ShellInstruction(InstructionHead head, CommandSyntax? command)
        : base(head, command)
    {
    }
}
