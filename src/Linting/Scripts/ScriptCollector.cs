using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting.Scripts;

/// <summary>Finds the scripts of a file that ShellCheck can read.</summary>
public static class ScriptCollector
{
    /// <summary>The scripts of a file.</summary>
    /// <param name="model">The file.</param>
    /// <param name="verdicts">Whether they are cut out as hadolint does it.</param>
    public static IReadOnlyList<ScriptToCheck> Collect(BuildModel model, ScriptVerdicts verdicts)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.Stages.Any(stage => stage.Steps.Any(step => RunOf(step) is not null)))
        {
            return [];
        }

        var pragmas = ShellPragmas(model.Tree);
        var scripts = new List<ScriptToCheck>();
        var hadolint = verdicts == ScriptVerdicts.AsHadolint ? (Shells: new HadolintShells(model), Names: new ComposedNames(model))
            : ((HadolintShells Shells, ComposedNames Names)?)null;
        foreach (var stage in model.Stages)
        {
            foreach (var step in stage.Steps)
            {
                if (RunOf(step) is { } run)
                {
                    var script = hadolint is var (shells, names)
                        ? ForHadolint(run, stage, step, shells, names, pragmas.GetValueOrDefault(step.Instruction))
                        : Ours(run, stage, step.Before, pragmas.GetValueOrDefault(step.Instruction));
                    if (script is not null)
                    {
                        scripts.Add(script);
                    }
                }
            }
        }

        return scripts;
    }

    private static RunInstruction? RunOf(StageStep step) =>
        ((step.Instruction as OnbuildInstruction)?.Trigger ?? step.Instruction) as RunInstruction;

    private static ScriptToCheck? Ours(RunInstruction run, Stage stage, InstructionState state, string? pragma)
    {
        if (ScriptText.Of(run) is not var (text, interpreter) || text.Text.AsSpan().Trim().IsEmpty)
        {
            return null;
        }

        var directives = Directives(run);
        var dialect = interpreter is not null && ShellDialect.Of(interpreter) is null ? null
            : ShellDirective.Of(text.Text, directives) is { } said ? said
            : interpreter is not null ? ShellDialect.Of(interpreter)
            : pragma is not null ? ShellDialect.Of(pragma)
            : state.Shell is { } shell ? OfShell(shell, stage)
            : BaseShell.Of(stage);

        // Where nothing says which shell reads it, the script itself does.
        if (dialect is null || WindowsScript.CallsWindows(text.Text) || (!dialect.IsPortability && WindowsScript.IsLikely(text.Text)))
        {
            return null;
        }

        var environment = ScriptVariables.Values(state.Variables, text.Text);
        var prefix = string.Concat(directives.Select(directive => $"# {directive}\n"));
        return new ScriptToCheck(run, text, dialect, $"#!/bin/{dialect.Name}\n{ScriptVariables.Declare(environment)}{prefix}")
        {
            Environment = environment,
            Directives = directives,
        };
    }

    private static ShellDialect? OfShell(IReadOnlyList<string> shell, Stage stage)
    {
        var program = shell.FirstOrDefault(word => !word.EndsWith("/env", StringComparison.Ordinal) && !word.StartsWith('-')) ?? "";
        return program[(program.LastIndexOf('/') + 1)..] == "sh" ? BaseShell.Of(stage) : ShellDialect.Of(program);
    }

    // Comments between the lines of an instruction never reach the shell; what they tell ShellCheck speaks of the whole script.
    private static IReadOnlyList<string> Directives(RunInstruction run)
    {
        var source = run.Source;
        if (run.Heredocs.Count > 0 || source.Slice(run.Span).IndexOf("shellcheck") < 0)
        {
            return [];
        }

        var lines = Enumerable.Range(
            source.Lines.GetLine(run.Span.Start), source.Lines.GetLine(run.Span.End) - source.Lines.GetLine(run.Span.Start) + 1)
            .Select(line => source.ToString(source.Lines.GetLineSpan(line)).Trim());
        return
        [
            .. lines.Where(line => line.StartsWith('#') && line[1..].TrimStart().StartsWith("shellcheck ", StringComparison.Ordinal))
                .Select(line => line[1..].TrimStart()),
        ];
    }

    private static ScriptToCheck? ForHadolint(
        RunInstruction run, Stage stage, StageStep step, HadolintShells shells, ComposedNames composed, string? pragma)
    {
        // A trigger is looked at by itself: no variable and no SHELL of its stage reaches it.
        var isTrigger = step.Instruction is OnbuildInstruction;
        IReadOnlyList<string> shell = pragma is not null ? [pragma] : isTrigger ? HadolintShells.Default : shells.Before(step.Instruction);
        if (shell.Any(word => word.Contains("pwsh", StringComparison.Ordinal) || word.Contains("powershell", StringComparison.Ordinal)
            || word.Contains("cmd", StringComparison.Ordinal)))
        {
            return null;
        }

        if (ScriptText.Of(run) is not var (text, interpreter) || (interpreter is not null && ShellDialect.Of(interpreter) is null))
        {
            return null;
        }

        // Text before a heredoc is all that is looked at; a heredoc alone is the script.
        if (run.Heredocs.Count > 0 && run.Heredocs[0].MarkerSpan != run.Command!.Span)
        {
            text = ScriptText.CommandLine(run)!;
            text = text.Slice(new TextSpan(0, Math.Max(0, text.Text.IndexOf("<<", StringComparison.Ordinal))));
        }

        IEnumerable<string> names = isTrigger ? []
            : ScriptVariables.InForce(step.Before.Variables, text.Text).Select(binding => binding.Name)
            .Concat(composed.Before(run, stage));
        names = [.. names];
        return new ScriptToCheck(run, text, new ShellDialect(shell[0]), $"#!{shell[0]}\n{ScriptVariables.DeclareConstant(names)}")
        {
            Environment = ScriptVariables.Constants(names).ToDictionary(name => name, _ => (string?)"1", StringComparer.Ordinal),
        };
    }

    // "# hadolint shell=bash" holds from its place to the next FROM or SHELL.
    private static Dictionary<InstructionSyntax, string> ShellPragmas(SyntaxTree tree)
    {
        var pragmas = new Dictionary<InstructionSyntax, string>();
        if (!tree.Source.Text.Contains("hadolint", StringComparison.Ordinal))
        {
            return pragmas;
        }

        string? shell = null;
        foreach (var instruction in tree.Root.Instructions)
        {
            foreach (var comment in instruction.Keyword.LeadingTrivia.Where(trivia => trivia.Kind == TriviaKind.Comment))
            {
                shell = Pragma(tree.Source.ToString(comment.Span)) ?? shell;
            }

            shell = instruction is FromInstruction or ShellInstruction ? null : shell;
            if (shell is not null)
            {
                pragmas[instruction] = shell;
            }
        }

        return pragmas;
    }

    private static string? Pragma(string comment)
    {
        var text = comment.TrimStart('#').Trim();
        if (!text.StartsWith("hadolint ", StringComparison.Ordinal))
        {
            return null;
        }

        text = text["hadolint ".Length..].TrimStart();
        if (!text.StartsWith("shell", StringComparison.Ordinal) || text["shell".Length..].TrimStart() is not ['=', .. var value])
        {
            return null;
        }

        return value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
    }
}
