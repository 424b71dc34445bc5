using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Linting;

/// <summary>What a rule may subscribe to; one walk over the file serves all rules.</summary>
public sealed class RuleHooks
{
    internal List<Action<InstructionSyntax, RuleContext>> Instructions { get; } = [];

    internal List<Action<RuleContext>> Files { get; } = [];

    internal List<Action<Stage, RuleContext>> Stages { get; } = [];

    internal List<Action<ScriptUse, RuleContext>> Scripts { get; } = [];

    internal List<Action<ScriptUse, RuleContext>> InnerScripts { get; } = [];

    internal List<(IReadOnlyCollection<string> Names, Action<CommandUse, RuleContext> Check)> Commands { get; } = [];

    internal List<InvocationHook> Invocations { get; } = [];

    /// <summary>Every instruction of a type, triggers of ONBUILD included.</summary>
    public void Instruction<T>(Action<T, RuleContext> check)
        where T : InstructionSyntax =>
        Instructions.Add((instruction, context) =>
        {
            if (instruction is T typed)
            {
                check(typed, context);
            }
        });

    /// <summary>The whole file, once.</summary>
    public void File(Action<RuleContext> check) => Files.Add(check);

    /// <summary>Every stage.</summary>
    public void Stage(Action<Stage, RuleContext> check) => Stages.Add(check);

    /// <summary>Every script of a RUN that is sh or bash.</summary>
    public void Script(Action<ScriptUse, RuleContext> check) => Scripts.Add(check);

    /// <summary>Every script that stands in a word or the input of a command of a RUN, see <see cref="BuildModel.InnerScripts"/>.</summary>
    public void InnerScript(Action<ScriptUse, RuleContext> check) => InnerScripts.Add(check);

    /// <summary>Every simple command with one of the names in such a script.</summary>
    public void Command(IReadOnlyCollection<string> names, Action<CommandUse, RuleContext> check) => Commands.Add((names, check));

    /// <summary>Every command that a RUN runs, behind its wrappers, in a script, in a word of one, or in the exec form.</summary>
    public void Invocation(Action<InvocationUse, RuleContext> check) => Invocations.Add(new(null, [], null, check));

    /// <summary>Every such command of a tool.</summary>
    public void Invocation(ToolSpec tool, Action<InvocationUse, RuleContext> check) => Invocations.Add(new(tool, [], null, check));

    /// <summary>Every such command of a tool that is told to do one of these, by their best known names.</summary>
    public void Invocation(ToolSpec tool, IReadOnlyCollection<string> verbs, Action<InvocationUse, RuleContext> check) =>
        Invocations.Add(new(tool, verbs, null, check));

    /// <summary>
    /// Every such command that does something of that kind, for sure or by default; what is reported is no surer than the effect.
    /// </summary>
    public void Invocation(EffectKind effect, Action<InvocationUse, RuleContext> check) =>
        Invocations.Add(new(null, [], effect, (use, context) =>
            check(use, use.Invocation.Find(effect) is { Certainty: Certainty.Default } ? context.AtMost(Confidence.Likely) : context)));
}
