using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>Goes through the stages and keeps what is in force.</summary>
internal sealed class EngineWalker(BuildModel model, EngineScope globals)
{
    // Each ENV can double a value; past this many characters in one file values count as unknown.
    private const int MostCharacters = 4 * 1024 * 1024;

    private readonly List<EngineStage> _stages = [];
    private readonly TriggerList _triggers = new();
    private readonly Dictionary<string, EngineStage> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<EngineStage, (EngineScope Scope, bool HasShell, bool HasWorkdir)> _ends = [];
    private int _characters;

    internal EngineScope Globals => globals;

    internal IReadOnlyList<EngineStage> Walk()
    {
        foreach (var stage in model.Stages)
        {
            Walk(stage);
        }

        return _stages;
    }

    private void Walk(Stage stage)
    {
        var from = stage.From;
        var name = WordExpander.Expand(from.Image, globals.Lookup);
        var below = name is null ? null : _byName.GetValueOrDefault(name);
        var isWindows = below is not null ? below.IsWindows : name != "scratch" && IsWindows(from);
        var (scope, hasShell, hasWorkdir) = below is not null ? _ends[below] : (EngineScope.Empty, false, false);
        if (!isWindows && !scope.IsSet("PATH"))
        {
            scope = scope.With("PATH", null);
        }

        var steps = new List<EngineStep>();
        var triggers = (below is not null && model.IsReachable(stage) ? _triggers.Firing(below.Stage) ?? [] : [])
            .Select(onbuild => (onbuild.Trigger, (InstructionSyntax)from));
        foreach (var (instruction, place) in triggers.Concat(stage.Steps.Select(step => (step.Instruction, step.Instruction))))
        {
            steps.Add(new EngineStep(instruction, place, scope, hasShell, hasWorkdir));
            scope = instruction switch
            {
                ArgInstruction arg => Declare(arg, scope),
                EnvInstruction env => Set(env, scope),
                _ => scope,
            };
            hasShell |= instruction is ShellInstruction;
            hasWorkdir |= instruction is WorkdirInstruction;
        }

        var walked = new EngineStage(stage, below, isWindows, steps);
        _stages.Add(walked);
        if (walked.Name is { } own)
        {
            _byName[own] = walked;
        }

        _ends[walked] = (scope, hasShell, hasWorkdir);
    }

    private bool IsWindows(FromInstruction from) => from.Flag("platform") is { Value: { } value, ValueWord.Span: var span }
        && ExpandedWords.Expand(value, span, model.Tree, globals) is { } platform
        && PlatformName.TryParse(platform) is { System: "windows" };

    private EngineScope Declare(ArgInstruction arg, EngineScope scope)
    {
        foreach (var pair in arg.Pairs)
        {
            scope = DeclareOne(pair, scope);
        }

        return scope;
    }

    private EngineScope DeclareOne(KeyValueSyntax pair, EngineScope scope)
    {
        var name = pair.Key.RawText;
        var isInEnvironment = name is not ("BUILDKIT_SBOM_SCAN_CONTEXT" or "BUILDKIT_SBOM_SCAN_STAGE");
        if (isInEnvironment && pair.Value is not null)
        {
            scope = scope.With(name, Bounded(WordExpander.Expand(pair.Value, scope.Lookup)));
        }
        else if (isInEnvironment && globals.IsSet(name))
        {
            scope = scope.With(name, globals.Lookup(name).Text);
        }

        return scope.Declare(name);
    }

    private EngineScope Set(EnvInstruction env, EngineScope scope)
    {
        var before = scope;
        foreach (var pair in env.Pairs)
        {
            if (pair.Value is { } value && WordExpander.Expand(pair.Key, before.Lookup) is { } name)
            {
                scope = scope.With(name, Bounded(WordExpander.Expand(value, before.Lookup)));
            }
        }

        return scope;
    }

    private string? Bounded(string? value)
    {
        _characters += value?.Length ?? 0;
        return _characters > MostCharacters ? null : value;
    }
}
