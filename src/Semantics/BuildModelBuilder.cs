using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>Builds the model in one pass over the instructions.</summary>
internal sealed class BuildModelBuilder(BuildOptions options)
{
    private static readonly string[] s_predefined =
    [
        "BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT", "TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "TARGETSTAGE",
    ];

    private readonly List<Stage> _stages = [];
    private readonly List<StageStep> _steps = [];
    private readonly List<Stage> _dependencies = [];
    private VariableScope _globals = new(isComplete: true);
    private InstructionState _state = new() { Variables = new VariableScope(isComplete: true) };
    private Stage? _stage;

    internal BuildModel Build(SyntaxTree tree)
    {
        foreach (var name in s_predefined)
        {
            _globals = _globals.With(new VariableBinding(name, VariableKind.Predefined, Given(name) ?? new VariableValue(true, null), null));
        }

        var hasStage = false;
        foreach (var instruction in tree.Root.Instructions)
        {
            if (instruction is FromInstruction from)
            {
                EndStage();
                BeginStage(from);
            }
            else if (instruction.Name == "FROM")
            {
                // A FROM that could not be read: what follows belongs to no known stage.
                EndStage();
                _stage = null;
            }
            else if (_stage is not null)
            {
                Visit(instruction);
            }
            else if (!hasStage && instruction is ArgInstruction arg)
            {
                DeclareGlobals(arg);
            }

            hasStage |= instruction.Name == "FROM";
        }

        EndStage();
        return new BuildModel(tree, _stages, _globals, options);
    }

    private void BeginStage(FromInstruction from)
    {
        var reference = Resolve(WordExpander.Expand(from.Image, _globals.Lookup));
        _stage = new Stage(_stages.Count, from, reference);
        _steps.Clear();
        _dependencies.Clear();
        if (reference.Stage is { } below)
        {
            _dependencies.Add(below);
            _state = below.FinalState with { Variables = below.FinalState.Variables.WithoutArguments() };
        }
        else
        {
            var isScratch = reference.Kind == BaseKind.Scratch;
            _state = new InstructionState { Variables = new VariableScope(isScratch), Workdir = isScratch ? "/" : null };
        }
    }

    private void EndStage()
    {
        if (_stage is null || _stages.LastOrDefault() == _stage)
        {
            return;
        }

        _stage.Steps = [.. _steps];
        _stage.FinalState = _state;
        _stage.Dependencies = [.. _dependencies.Distinct()];
        _stages.Add(_stage);
    }

    private void Visit(InstructionSyntax instruction)
    {
        _steps.Add(new StageStep(instruction, _state));
        switch (instruction)
        {
            case ArgInstruction arg:
                foreach (var pair in arg.Pairs)
                {
                    DeclareArgument(pair);
                }

                break;
            case EnvInstruction env:
                SetEnvironment(env);
                break;
            case ShellInstruction { Command: JsonArraySyntax json }:
                _state = _state with { Shell = [.. json.Items.Select(item => item.Value)] };
                break;
            case UserInstruction user:
                _state = _state with { HasUser = true, User = WordExpander.Expand(user.Argument, _state.Variables.Lookup) };
                break;
            case WorkdirInstruction workdir:
                _state = _state with
                {
                    HasWorkdir = true,
                    Workdir = Combine(_state.Workdir, WordExpander.Expand(workdir.Argument, _state.Variables.Lookup)),
                };
                break;
            case CopyInstruction copy when copy.Flag("from")?.ValueWord is { } from:
                AddDependency(WordExpander.Expand(from, _globals.Lookup));
                break;
            case RunInstruction run:
                foreach (var mount in run.Flags.Where(flag => flag.Name == "mount" && flag.Value is not null))
                {
                    AddDependency(MountSource(mount.Value!));
                }

                break;
            case UnknownInstruction or MalformedInstruction:
                _stage!.IsIncomplete = true;
                break;
        }
    }

    private void AddDependency(string? name)
    {
        if (name is not null && StageLookup.Find(_stages, name) is { } stage)
        {
            _dependencies.Add(stage);
        }
    }

    private static string? MountSource(string mount) => mount.Split(',')
        .Where(field => field.StartsWith("from=", StringComparison.OrdinalIgnoreCase)).Select(field => field[5..]).LastOrDefault();

    private BaseReference Resolve(string? name)
    {
        if (name is null)
        {
            return new BaseReference(BaseKind.Unknown, null);
        }

        // The engine keeps stage names in lower case and looks up a FROM as it is written: FROM Build never finds a stage.
        if (_stages.FindLast(candidate => candidate.Name == name) is { } stage)
        {
            return new BaseReference(BaseKind.Stage, name, stage);
        }

        if (name == "scratch")
        {
            return new BaseReference(BaseKind.Scratch, name);
        }

        return ImageReference.TryParse(name) is { } image
            ? new BaseReference(BaseKind.Image, name, Image: image)
            : new BaseReference(BaseKind.Invalid, name);
    }

    private void DeclareGlobals(ArgInstruction arg)
    {
        foreach (var pair in arg.Pairs)
        {
            if (pair.Key.LiteralValue is { } name)
            {
                var value = Given(name) ?? (pair.Value is null ? VariableValue.Unset : ValueOf(pair.Value, _globals));
                _globals = _globals.With(new VariableBinding(name, VariableKind.Arg, value, pair));
            }
        }
    }

    private void DeclareArgument(KeyValueSyntax pair)
    {
        if (pair.Key.LiteralValue is not { } name)
        {
            return;
        }

        // Without a default of its own an ARG takes the global one, or the predefined value, of its name.
        var value = Given(name) ?? (pair.Value is null
            ? _globals.Find(name)?.Value ?? VariableValue.Unset
            : ValueOf(pair.Value, _state.Variables));
        _state = _state with { Variables = _state.Variables.With(new VariableBinding(name, VariableKind.Arg, value, pair)) };
    }

    private void SetEnvironment(EnvInstruction env)
    {
        // All values of one ENV see the variables as they were before it.
        var before = _state.Variables;
        var after = before;
        foreach (var pair in env.Pairs)
        {
            if (pair.Value is { } value && WordExpander.Expand(pair.Key, before.Lookup) is { } name)
            {
                after = after.With(new VariableBinding(name, VariableKind.Env, ValueOf(value, before), pair));
            }
        }

        _state = _state with { Variables = after };
    }

    private VariableValue? Given(string name) =>
        options.BuildArguments.TryGetValue(name, out var value) ? VariableValue.Of(value) : null;

    private static VariableValue ValueOf(WordSyntax word, VariableScope scope) => new(true, WordExpander.Expand(word, scope.Lookup));

    private static string? Combine(string? current, string? path)
    {
        if (path is null)
        {
            return null;
        }

        if (path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 1 && path[1] == ':'))
        {
            return path;
        }

        return current is null ? null : current.TrimEnd('/') + "/" + path;
    }
}
