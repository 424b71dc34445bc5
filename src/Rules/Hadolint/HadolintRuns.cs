using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>
/// hadolint's view of every RUN: its text is read as bash whatever SHELL says, an array of the exec form is joined with blanks,
/// and of a heredoc either the body or the words before it are read.
/// </summary>
internal sealed class HadolintRuns : IFact<HadolintRuns>
{
    private HadolintRuns(IReadOnlyList<HadolintRun> all) => All = all;

    /// <summary>The RUNs of the file in order, those in ONBUILD and before the first FROM included.</summary>
    internal IReadOnlyList<HadolintRun> All { get; }

    /// <inheritdoc/>
    public static HadolintRuns Compute(FileFacts file)
    {
        var places = file.Model.Stages.SelectMany(stage => stage.Steps, (stage, step) => (stage, step))
            .ToDictionary(place => place.step.Instruction);
        var runs = new List<HadolintRun>();
        foreach (var instruction in file.Model.Tree.Root.Instructions)
        {
            if (((instruction as OnbuildInstruction)?.Trigger ?? instruction) is RunInstruction run)
            {
                var (stage, step) = places.GetValueOrDefault(instruction);
                runs.Add(Create(run, instruction, stage, step?.Before));
            }
        }

        return new HadolintRuns(runs);
    }

    private static HadolintRun Create(RunInstruction run, InstructionSyntax anchor, Stage? stage, InstructionState? before)
    {
        var text = new MappedText(run.Source, TextOf(run));
        var script = Parse(text);
        return new HadolintRun(
            run,
            anchor,
            stage,
            before,
            text.Text,
            script is null ? []
                : [.. script.SimpleCommands().Select(command => HadolintCommand.Create(command, text)).OfType<HadolintCommand>()],
            script?.Walk().OfType<Pipeline>().Any(pipeline => pipeline.Commands.Length > 1) == true);
    }

    /// <summary>
    /// The script as far as hadolint's grammar reads it: what follows a closing parenthesis that ends a command is left unread, and a
    /// command that begins with a bracket but is no test cannot be read at all.
    /// </summary>
    private static ShellScript? Parse(MappedText text)
    {
        var result = ShellParser.Parse(text);
        var script = result.Script;
        if (script is null && result.ErrorSpan.Start is > 0 and var end && text.Text[end - 1] == ')')
        {
            script = ShellParser.Parse(text.Slice(new TextSpan(0, end))).Script;
        }

        return script?.SimpleCommands()
            .Any(command => command.Words is [{ Parts: [Literal { Text: ['[', ..] }, ..] } first, ..] && first.LiteralValue != "[") == true
            ? null
            : script;
    }

    private static string TextOf(RunInstruction run)
    {
        if (run.Command is JsonArraySyntax array)
        {
            return string.Join(' ', array.Items.Select(item => item.Value));
        }

        if (run.Command is not ShellFormSyntax form)
        {
            return "";
        }

        var text = form.GetText();
        if (run.Heredocs is not [var heredoc, ..])
        {
            return text.Text;
        }

        var before = text.Text[..Math.Max(0, text.Text.IndexOf("<<", StringComparison.Ordinal))].TrimEnd();
        return before.Length == 0 ? heredoc.Content : before;
    }
}
