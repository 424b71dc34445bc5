using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>Stages, what they depend on, and what is in force before each instruction; made once for a tree and options.</summary>
public sealed class BuildModel
{
    private readonly HashSet<Stage> _reachable = [];
    private readonly HashSet<Stage> _shipped = [];
    private readonly HashSet<Stage> _possibleBases;
    private IReadOnlyList<ScriptUse>? _scripts;
    private ILookup<Stage, ScriptUse>? _scriptsByStage;
    private Dictionary<string, Stage>? _byName;
    private HashSet<Stage>? _outputs;
    private ILookup<RunInstruction, ScriptUse>? _scriptsByRun;
    private IReadOnlyList<InvocationUse>? _invocations;
    private IReadOnlyList<InvocationUse>? _startInvocations;
    private IReadOnlyList<ScriptUse>? _innerScripts;
    private ILookup<RunInstruction, InvocationUse>? _invocationsByRun;
    private ILookup<Stage, InvocationUse>? _invocationsByStage;
    private ILookup<Stage, InvocationUse>? _startInvocationsByStage;

    internal BuildModel(
        SyntaxTree tree, IReadOnlyList<Stage> stages, VariableScope globals, BuildOptions options, IReadOnlyList<SyntaxError> errors)
    {
        Tree = tree;
        Errors = errors;
        Stages = stages;
        GlobalScope = globals;
        Target = options.Target is null ? stages.LastOrDefault() : FindStage(options.Target);
        var used = stages.SelectMany(stage => stage.Dependencies).ToHashSet();

        // Since docker/dockerfile 1.24 the time of an image may be that of a stage.
        var clock = globals.Find("SOURCE_DATE_EPOCH") is { Value.Text: { Length: > 0 } name } ? FindStage(name) : null;
        if (clock is not null && clock != Target)
        {
            used.Add(clock);
        }

        OutputStages = [.. stages.Where(stage => !used.Contains(stage))];
        _possibleBases = [.. stages.SelectMany(stage => stage.PossibleBases)];
        var shipped = new Stack<Stage>(OutputStages.Where(stage => !_possibleBases.Contains(stage)));
        while (shipped.TryPop(out var stage))
        {
            if (_shipped.Add(stage))
            {
                foreach (var below in stage.PossibleBases)
                {
                    shipped.Push(below);
                }

                if (stage.Base.Stage is { } under)
                {
                    shipped.Push(under);
                }
            }
        }

        var pending = new Stack<Stage>();
        if (Target is not null)
        {
            pending.Push(Target);
        }

        if (clock is not null)
        {
            pending.Push(clock);
        }

        while (pending.TryPop(out var stage))
        {
            if (_reachable.Add(stage))
            {
                foreach (var dependency in stage.Dependencies)
                {
                    pending.Push(dependency);
                }
            }
        }
    }

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>
    /// What makes the engine reject a file whose syntax it accepts, in source order: base names, references to stages, ports,
    /// signals, mounts and so on once variables have their values. Where a value is not known there is no error.
    /// </summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>All stages in order.</summary>
    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>The ARGs before the first FROM and what the builder predefines: the scope of every FROM.</summary>
    public VariableScope GlobalScope { get; }

    /// <summary>The stage that is built; null when there is none of that name.</summary>
    public Stage? Target { get; }

    /// <summary>The stages no other stage uses: what a build of this file is for.</summary>
    public IReadOnlyList<Stage> OutputStages { get; }

    /// <summary>Whether the stage is one of <see cref="OutputStages"/>.</summary>
    public bool IsOutput(Stage stage) => (_outputs ??= [.. OutputStages]).Contains(stage);

    /// <summary>Every script of a RUN that is sh or bash, stage by stage; read when first asked for.</summary>
    public IReadOnlyList<ScriptUse> Scripts => _scripts ??= [.. Stages.SelectMany(ScriptUse.OfStage)];

    /// <summary>The scripts of one stage, those of triggers in it included, in source order.</summary>
    public IEnumerable<ScriptUse> ScriptsOf(Stage stage) => (_scriptsByStage ??= Scripts.ToLookup(script => script.Stage))[stage];

    /// <summary>The scripts of one RUN.</summary>
    public IEnumerable<ScriptUse> ScriptsOf(RunInstruction run) => (_scriptsByRun ??= Scripts.ToLookup(script => script.Instruction))[run];

    /// <summary>Every command that a RUN runs, in a script or in the exec form, stage by stage; read when first asked for.</summary>
    public IReadOnlyList<InvocationUse> Invocations => _invocations ??=
    [
        .. Stages.SelectMany(stage => ScriptsOf(stage).SelectMany(InvocationUse.Of)
            .Concat(stage.Steps.Where(step => step.Action is RunInstruction).SelectMany(step => InvocationUse.OfExec(stage, step)))
            .OrderBy(use => use.Instruction.Span.Start)),
    ];

    /// <summary>The commands of one RUN.</summary>
    public IEnumerable<InvocationUse> InvocationsOf(RunInstruction run) =>
        (_invocationsByRun ??= Invocations.ToLookup(use => (RunInstruction)use.Instruction))[run];

    /// <summary>The commands of every RUN of a stage, those of triggers in it included, in source order.</summary>
    public IEnumerable<InvocationUse> InvocationsOf(Stage stage) => (_invocationsByStage ??= Invocations.ToLookup(use => use.Stage))[stage];

    /// <summary>Every command that CMD, ENTRYPOINT or HEALTHCHECK runs when a container runs; read when first asked for.</summary>
    public IReadOnlyList<InvocationUse> StartInvocations => _startInvocations ??=
    [
        .. Stages.SelectMany(stage => stage.Steps.Where(step => step.Action is CommandInstruction and not RunInstruction)
            .SelectMany(step => InvocationUse.OfExec(stage, step).Concat(InvocationUse.OfShell(stage, step)))),
    ];

    /// <summary>Those of them that belong to a stage, in source order.</summary>
    public IEnumerable<InvocationUse> StartInvocationsOf(Stage stage) =>
        (_startInvocationsByStage ??= StartInvocations.ToLookup(use => use.Stage))[stage];

    /// <summary>
    /// Every script of a RUN that is no script of its own: one in a word or in the input of a command (<c>sh -c '...'</c>, a heredoc that
    /// bash reads), in the exec form, too; read when first asked for.
    /// </summary>
    public IReadOnlyList<ScriptUse> InnerScripts => _innerScripts ??=
    [
        .. Invocations.Where(use => use.Invocation.Tree is not null && use.Invocation.Tree != use.Script?.Script)
            .DistinctBy(use => use.Invocation.Tree)
            .Select(use => new ScriptUse(
                use.Stage, use.Before, (RunInstruction)use.Instruction, use.IsTrigger, use.Invocation.Text, use.Invocation.Tree!)),
    ];

    /// <summary>The scripts of a stage and of the stages it starts from, in source order.</summary>
    public IEnumerable<ScriptUse> ScriptsOfChain(Stage stage) =>
        stage.Base.Stage is null ? ScriptsOf(stage) : stage.Chain.Reverse().SelectMany(ScriptsOf);

    /// <summary>Whether the layers of the stage are in an image that the file is for.</summary>
    public bool IsShipped(Stage stage) => _shipped.Contains(stage);

    /// <summary>Whether another stage may start from this one, by what build arguments make of its FROM.</summary>
    public bool IsPossibleBase(Stage stage) => _possibleBases.Contains(stage);

    /// <summary>Whether the target needs the stage.</summary>
    public bool IsReachable(Stage stage) => _reachable.Contains(stage);

    /// <summary>The stage that COPY --from, a mount or --target calls by this name or index; null when there is none.</summary>
    public Stage? FindStage(string name) =>
        (_byName ??= StageLookup.ByName(Stages)).GetValueOrDefault(name) ?? StageLookup.FindByIndex(Stages, name);

    /// <summary>Makes the model of a tree.</summary>
    public static BuildModel Create(SyntaxTree tree, BuildOptions? options = null) =>
        new BuildModelBuilder(options ?? BuildOptions.Default).Build(tree);
}
