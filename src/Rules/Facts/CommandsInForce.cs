using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>Of CMD, ENTRYPOINT and HEALTHCHECK only the last one of a stage counts; ENTRYPOINT is inherited.</summary>
internal sealed class CommandsInForce : IFact<CommandsInForce>
{
    private readonly HashSet<InstructionSyntax> _replaced = [];
    private readonly Dictionary<Stage, EntrypointInstruction> _entrypoints = [];

    private CommandsInForce(BuildModel model)
    {
        foreach (var stage in model.Stages)
        {
            InstructionSyntax? cmd = null, entrypoint = null, healthcheck = null;
            foreach (var instruction in stage.Steps.Select(step => step.Instruction))
            {
                switch (instruction)
                {
                    case CmdInstruction:
                        Replace(ref cmd, instruction);
                        break;
                    case EntrypointInstruction:
                        Replace(ref entrypoint, instruction);
                        break;
                    case HealthcheckInstruction:
                        Replace(ref healthcheck, instruction);
                        break;
                }
            }

            if ((entrypoint as EntrypointInstruction
                ?? (stage.Base.Stage is { } below ? _entrypoints.GetValueOrDefault(below) : null)) is { } inForce)
            {
                _entrypoints[stage] = inForce;
            }
        }
    }

    /// <inheritdoc/>
    public static CommandsInForce Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether a later instruction of the same stage takes the place of one, so that its form does not matter.</summary>
    internal bool IsReplaced(InstructionSyntax instruction) => _replaced.Contains(instruction);

    /// <summary>
    /// The ENTRYPOINT at the end of a stage, its own or that of a stage it starts from; null when there is none in the file.
    /// </summary>
    internal EntrypointInstruction? Entrypoint(Stage stage) => _entrypoints.GetValueOrDefault(stage);

    private void Replace(ref InstructionSyntax? last, InstructionSyntax next)
    {
        if (last is not null)
        {
            _replaced.Add(last);
        }

        last = next;
    }
}
