using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL4006 with hadolint's verdict: what counts is the last SHELL of the stage itself.</summary>
internal sealed class HadolintPipeWithoutPipefail : Rule
{
    public override RuleInfo Info { get; } =
        new PipeWithoutPipefail().Info with { Profiles = Profiles.Hadolint, Fix = FixAvailability.None };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var runs = context.Get<HadolintRuns>().All.Where(run => !run.IsTrigger).ToDictionary(run => (InstructionSyntax)run.Instruction);
        IReadOnlyList<string>? shell = null;
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction is FromInstruction)
            {
                shell = null;
            }
            else if (instruction is ShellInstruction { Command: JsonArraySyntax array })
            {
                shell = [.. array.Items.SelectMany(item => item.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
            }
            else if (runs.TryGetValue(instruction, out var run) && run.HasPipe && !IsSafe(shell))
            {
                context.Report(run.Anchor.Keyword.Span, "this RUN has a pipe, and no SHELL of the stage sets pipefail");
            }
        }
    });

    private static bool IsSafe(IReadOnlyList<string>? shell)
    {
        if (shell is not [var program, ..])
        {
            return false;
        }

        var words = shell.Skip(1).ToList();
        return program.StartsWith("pwsh", StringComparison.Ordinal) || program.StartsWith("powershell", StringComparison.Ordinal)
            || program.StartsWith("cmd", StringComparison.Ordinal)
            || (program[(program.LastIndexOf('/') + 1)..] is "bash" or "zsh" or "ash"
                && words.Contains("pipefail")
                && words.Any(word => word.StartsWith('-') && !word.StartsWith("--", StringComparison.Ordinal) && word.Contains('o')));
    }
}
