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

    /// <summary>The RUNs of all stages in order, those in ONBUILD included.</summary>
    internal IReadOnlyList<HadolintRun> All { get; }

    /// <inheritdoc/>
    public static HadolintRuns Compute(BuildModel model)
    {
        var runs = new List<HadolintRun>();
        foreach (var stage in model.Stages)
        {
            foreach (var step in stage.Steps)
            {
                var inner = (step.Instruction as OnbuildInstruction)?.Trigger ?? step.Instruction;
                if (inner is RunInstruction run)
                {
                    runs.Add(Create(run, step, stage));
                }
            }
        }

        return new HadolintRuns(runs);
    }

    private static HadolintRun Create(RunInstruction run, StageStep step, Stage stage)
    {
        var text = new MappedText(run.Source, TextOf(run));
        var script = ShellParser.Parse(text).Script;
        return new HadolintRun(
            run,
            step.Instruction,
            stage,
            step.Before,
            text.Text,
            script is null ? [] : [.. script.SimpleCommands().Select(command => HadolintCommand.Create(command, text)).OfType<HadolintCommand>()],
            script?.Walk().OfType<Pipeline>().Any(pipeline => pipeline.Commands.Length > 1) == true);
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
