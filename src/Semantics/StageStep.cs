using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>An instruction of a stage with the state before it.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="Before">What is in force when it runs.</param>
public sealed record StageStep(InstructionSyntax Instruction, InstructionState Before)
{
    /// <summary>What is done: the instruction, or the trigger of an ONBUILD.</summary>
    public InstructionSyntax Action => (Instruction as OnbuildInstruction)?.Trigger ?? Instruction;
}
