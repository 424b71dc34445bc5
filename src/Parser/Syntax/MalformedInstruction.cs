namespace Dockerlint.Syntax;

/// <summary>An instruction with a known keyword whose arguments fit no form of it. It keeps every character.</summary>
public sealed class MalformedInstruction : InstructionSyntax
{
    internal MalformedInstruction(InstructionHead head, SyntaxToken? rest, string problem)
        : base(head, [rest])
    {
        Problem = problem;
        Rest = rest;
    }

    /// <summary>What is wrong with the arguments.</summary>
    public string Problem { get; }

    /// <summary>The arguments as one token; null when there are none.</summary>
    public SyntaxToken? Rest { get; }
}
