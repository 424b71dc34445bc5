namespace Dockerlint.Syntax;

/// <summary>An instruction whose whole rest is one argument.</summary>
public abstract class SingleArgumentInstruction : InstructionSyntax
{
    private protected SingleArgumentInstruction(InstructionHead head, WordSyntax argument)
        : base(head, [argument])
    {
        Argument = argument;
    }

    /// <summary>The argument, inner blanks included.</summary>
    public WordSyntax Argument { get; }
}
