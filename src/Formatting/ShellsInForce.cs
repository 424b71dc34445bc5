using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Formatting;

/// <summary>Which shell runs the scripts of each instruction.</summary>
internal sealed class ShellsInForce
{
    private static readonly string[] s_windows = ["windowsservercore", "nanoserver", "windows/server", "/windows:", "ltsc20"];

    private readonly Dictionary<InstructionSyntax, string?>? _shells;

    private ShellsInForce(Dictionary<InstructionSyntax, string?>? shells) => _shells = shells;

    /// <summary>The first word of the shell; null for the shell of the base image, an empty text when that is none we can read.</summary>
    internal string? this[InstructionSyntax instruction] => _shells?.GetValueOrDefault(instruction);

    internal static ShellsInForce Of(SyntaxTree tree)
    {
        if (tree.Root.EscapeCharacter != '`' && !tree.Root.Instructions.Any(NeedsModel))
        {
            return new ShellsInForce(null);
        }

        var shells = new Dictionary<InstructionSyntax, string?>();
        foreach (var stage in BuildModel.Create(tree).Stages)
        {
            // A file of backticks is written for Windows, whose paths need the backslash.
            var fallback = tree.Root.EscapeCharacter == '`' || IsWindows(stage.Root.From, stage.Root.Base.Text) ? "" : null;
            foreach (var step in stage.Steps)
            {
                shells[step.Instruction] = step.Before.Shell is [var shell, ..] ? shell : fallback;
            }
        }

        return new ShellsInForce(shells);
    }

    private static bool NeedsModel(InstructionSyntax instruction) =>
        instruction is ShellInstruction or ArgInstruction
            && instruction.LogicalLine.Text.Contains("windows", StringComparison.OrdinalIgnoreCase)
        || instruction is ShellInstruction or OnbuildInstruction { Trigger: ShellInstruction }
        || (instruction is FromInstruction from && IsWindows(from, null));

    private static bool IsWindows(FromInstruction from, string? image) =>
        from.Flag("platform")?.Value?.StartsWith("windows", StringComparison.OrdinalIgnoreCase) == true
        || Array.Exists(s_windows, mark => (image ?? from.Image.RawText).Contains(mark, StringComparison.OrdinalIgnoreCase));
}
