using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Linting;

/// <summary>What a rule may subscribe to; one walk over the file serves all rules.</summary>
public sealed class RuleHooks
{
    private readonly List<Action<InstructionSyntax, RuleContext>> _instructions = [];
    private readonly List<Action<RuleContext>> _files = [];
    private readonly List<Action<Stage, RuleContext>> _stages = [];
    private readonly List<Action<ScriptUse, RuleContext>> _scripts = [];

    internal bool WantsScripts => _scripts.Count > 0;

    /// <summary>Every instruction of a type, triggers of ONBUILD included.</summary>
    public void Instruction<T>(Action<T, RuleContext> check)
        where T : InstructionSyntax =>
        _instructions.Add((instruction, context) =>
        {
            if (instruction is T typed)
            {
                check(typed, context);
            }
        });

    /// <summary>The whole file, once.</summary>
    public void File(Action<RuleContext> check) => _files.Add(check);

    /// <summary>Every stage.</summary>
    public void Stage(Action<Stage, RuleContext> check) => _stages.Add(check);

    /// <summary>Every script of a RUN that is sh or bash.</summary>
    public void Script(Action<ScriptUse, RuleContext> check) => _scripts.Add(check);

    /// <summary>Every simple command with one of the names in such a script.</summary>
    public void Command(IReadOnlyCollection<string> names, Action<CommandUse, RuleContext> check) =>
        _scripts.Add((script, context) =>
        {
            foreach (var use in script.Commands)
            {
                if (use.Command.Name is { } name && names.Contains(name))
                {
                    check(use, context);
                }
            }
        });

    internal void Visit(RuleContext context, IReadOnlyList<ScriptUse> scripts)
    {
        _files.ForEach(check => check(context));
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            Visit(instruction, context);
            if (instruction is OnbuildInstruction onbuild)
            {
                Visit(onbuild.Trigger, context);
            }
        }

        foreach (var stage in context.Model.Stages)
        {
            _stages.ForEach(check => check(stage, context));
        }

        foreach (var script in scripts)
        {
            _scripts.ForEach(check => check(script, context));
        }
    }

    private void Visit(InstructionSyntax instruction, RuleContext context) => _instructions.ForEach(check => check(instruction, context));
}
