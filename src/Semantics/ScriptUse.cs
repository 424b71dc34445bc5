using System.Collections.Immutable;
using Dockerlint.Commands;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Semantics;

/// <summary>A script that a build runs: a RUN of a stage, or of an ONBUILD trigger in it.</summary>
public sealed class ScriptUse
{
    private readonly ScriptWords _words;
    private ImmutableArray<Invocation> _invocations;

    internal ScriptUse(
        Stage stage, InstructionState before, RunInstruction instruction, bool isTrigger, MappedText text, ShellScript script)
    {
        Stage = stage;
        Before = before;
        Instruction = instruction;
        IsTrigger = isTrigger;
        Text = text;
        Script = script;
        Nodes = [.. script.Walk()];
        _words = new ScriptWords(Nodes, before.Variables);
        Commands = [.. Nodes.OfType<SimpleCommand>().Where(command => command.Words.Length > 0)
            .Select(command => new CommandUse(this, command))];
    }

    /// <summary>The stage.</summary>
    public Stage Stage { get; }

    /// <summary>What is in force when the script runs.</summary>
    public InstructionState Before { get; }

    /// <summary>The instruction.</summary>
    public RunInstruction Instruction { get; }

    /// <summary>Whether it runs in a later build only, as an ONBUILD trigger.</summary>
    public bool IsTrigger { get; }

    /// <summary>The text of the script with its way back to the source.</summary>
    public MappedText Text { get; }

    /// <summary>The tree in offsets of <see cref="Text"/>.</summary>
    public ShellScript Script { get; }

    /// <summary>
    /// Every node of the tree in source order, a node before those inside it: as <see cref="ShellNode.Walk"/>, but walked once.
    /// </summary>
    public ImmutableArray<ShellNode> Nodes { get; }

    /// <summary>Every simple command in it, nested ones included, in source order.</summary>
    public ImmutableArray<CommandUse> Commands { get; }

    /// <summary>
    /// Every command it runs, behind its wrappers, in source order; those of scripts in its words and inputs are among them. Computed
    /// when first asked for.
    /// </summary>
    public ImmutableArray<Invocation> Invocations => _invocations.IsDefault
        ? _invocations = ScriptReader.Read(Text, Script, new ScriptValues(_words, Before.Variables, Text, Instruction))
        : _invocations;

    /// <summary>All scripts of a stage that can be read as sh or bash.</summary>
    public static IEnumerable<ScriptUse> OfStage(Stage stage)
    {
        foreach (var step in stage.Steps)
        {
            var trigger = (step.Instruction as OnbuildInstruction)?.Trigger;
            if ((trigger ?? step.Instruction) is not RunInstruction run)
            {
                continue;
            }

            foreach (var script in RunScript.Create(run, step.Before.Shell is [var shell, ..] ? shell : null))
            {
                if (script is { Text: { } text, Script: { } tree })
                {
                    yield return new ScriptUse(stage, step.Before, run, trigger is not null, text, tree);
                }
            }
        }
    }

    /// <summary>The value of a word of the script, or null when only the shell knows it.</summary>
    public string? Resolve(ShellWord word) => _words.Resolve(word);

    /// <summary>What a word becomes after expansion and splitting; null stands for any number of words that only the shell knows.</summary>
    public IReadOnlyList<string?> Fields(ShellWord word) => _words.Fields(word);
}
