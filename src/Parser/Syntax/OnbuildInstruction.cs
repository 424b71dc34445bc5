using Dockerlint.Syntax.Grammar;

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

    /// <summary>What the engine rejects in the trigger when it fires; it does not look before that.</summary>
    public IReadOnlyList<SyntaxError> TriggerErrors
    {
        get
        {
            var errors = new List<SyntaxError>();
            Validation.ValidateInstruction(Trigger, errors);
            return errors;
        }
    }
}
