namespace Dockerlint.Syntax;

/// <summary>An instruction that carries a command in shell or exec form.</summary>
public abstract class CommandInstruction : InstructionSyntax
{
    private protected CommandInstruction(InstructionHead head, CommandSyntax? command, SyntaxToken? type = null)
        : base(head, [type, command])
    {
        Command = command;
    }

    /// <summary>The command; null when there is none.</summary>
    public CommandSyntax? Command { get; }
}
