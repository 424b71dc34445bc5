using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// What would become something else if another shell were in force: commands of the container in shell form, and texts that shells print
/// differently.
/// </summary>
internal sealed class ShellDependence : IFact<ShellDependence>
{
    private readonly LastPlaces _commands;
    private readonly LastPlaces _texts;

    private ShellDependence(BuildModel model)
    {
        _commands = new LastPlaces(model, static _ => false, static step =>
            step is CommandInstruction { Command: ShellFormSyntax } and not RunInstruction);
        _texts = new LastPlaces(model, run => model.ScriptsOf(run).Any(IsPrintedDifferently), static _ => false);
    }

    /// <inheritdoc/>
    public static ShellDependence Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether a script, or something behind it in its stage or in one that starts from it, depends on the shell.</summary>
    /// <param name="script">The script.</param>
    /// <param name="isOther">Whether another program takes the place of the shell, and not the same one with other options.</param>
    internal bool IsNeededBehind(ScriptUse script, bool isOther) => _commands.After(script.Stage, script.Instruction)
        || (isOther && (IsPrintedDifferently(script) || _texts.After(script.Stage, script.Instruction)));

    // echo of dash knows backslashes, that of bash does not.
    private static bool IsPrintedDifferently(ScriptUse script) => script.Invocations.Any(IsPrintedDifferently);

    private static bool IsPrintedDifferently(Invocation command)
    {
        if (command.Tool != TextTools.Echo || command.Parent is not null)
        {
            return false;
        }

        foreach (var word in command.Arguments)
        {
            if (word.Text is "-e" or "-ne" or "-en" || command.Text.Text.AsSpan(word.Span.Start, word.Span.Length).Contains('\\'))
            {
                return true;
            }
        }

        return false;
    }
}
