using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Linting.Scripts;

/// <summary>
/// The shell hadolint 2.15 takes a RUN to have: that of the last SHELL, which it forgets at the next ARG or ENV; a stage begins with
/// what the stage it starts from ended with.
/// </summary>
internal sealed class HadolintShells
{
    private readonly Dictionary<InstructionSyntax, IReadOnlyList<string>> _before = [];

    internal HadolintShells(BuildModel model)
    {
        var ends = new Dictionary<Stage, IReadOnlyList<string>>();
        foreach (var stage in model.Stages)
        {
            var shell = stage.Base.Stage is { } below ? ends[below] : Default;
            foreach (var (instruction, _) in stage.Steps)
            {
                _before[instruction] = shell;
                shell = instruction switch
                {
                    ArgInstruction or EnvInstruction => Default,
                    ShellInstruction { Command: JsonArraySyntax { Items.Count: > 0 } json } => [.. json.Items.Select(item => item.Value)],
                    _ => shell,
                };
            }

            ends[stage] = shell;
        }
    }

    internal static IReadOnlyList<string> Default { get; } = ["/bin/sh"];

    internal IReadOnlyList<string> Before(InstructionSyntax instruction) => _before.GetValueOrDefault(instruction) ?? Default;
}
