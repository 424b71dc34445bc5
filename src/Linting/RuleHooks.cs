using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Linting;

/// <summary>What a rule may subscribe to; one walk over the tree serves all rules.</summary>
public sealed class RuleHooks
{
    private readonly List<Action<InstructionSyntax, RuleContext>> _instructions = [];
    private readonly List<Action<SyntaxTree, RuleContext>> _trees = [];
    private readonly List<Action<CommandUse, RuleContext>> _commands = [];

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

    /// <summary>The whole tree, once a file.</summary>
    public void Tree(Action<SyntaxTree, RuleContext> check) => _trees.Add(check);

    /// <summary>Every simple command with one of the names in the script of a RUN.</summary>
    public void Command(IReadOnlyCollection<string> names, Action<CommandUse, RuleContext> check) =>
        _commands.Add((use, context) =>
        {
            if (use.Command.Name is { } name && names.Contains(name))
            {
                check(use, context);
            }
        });

    internal bool WantsScripts => _commands.Count > 0;

    internal void Visit(SyntaxTree tree, RuleContext context) => _trees.ForEach(check => check(tree, context));

    internal void Visit(InstructionSyntax instruction, RuleContext context) => _instructions.ForEach(check => check(instruction, context));

    internal void Visit(CommandUse use, RuleContext context) => _commands.ForEach(check => check(use, context));
}
