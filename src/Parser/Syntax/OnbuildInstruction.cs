namespace Dockerlint.Syntax;

/// <summary><c>ONBUILD instruction</c>; heredocs belong to the nested instruction.</summary>
public sealed class OnbuildInstruction : InstructionSyntax
{
    internal OnbuildInstruction(InstructionHead head, InstructionSyntax trigger)
        : base(head, [trigger])
    {
        Trigger = trigger;
    }

    /// <summary>The instruction that runs in images built from this one.</summary>
    public InstructionSyntax Trigger { get; }
}
