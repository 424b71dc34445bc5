using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>An instruction as the engine carries it out, and what is in force then.</summary>
/// <param name="Instruction">The instruction; for a trigger of the base stage the one behind its ONBUILD.</param>
/// <param name="Place">The instruction that the engine names in messages: for a trigger the FROM of the stage it fires in.</param>
/// <param name="Scope">The variables before it.</param>
/// <param name="HasShell">Whether a SHELL stands before it, in the stage or those it starts from.</param>
/// <param name="HasWorkdir">Whether a WORKDIR stands before it, in the stage or those it starts from.</param>
internal sealed record EngineStep(
    InstructionSyntax Instruction, InstructionSyntax Place, EngineScope Scope, bool HasShell, bool HasWorkdir);
