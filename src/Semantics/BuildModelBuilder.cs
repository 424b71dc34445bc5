using System.Globalization;
using Dockerlint.Semantics.Conversion;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Semantics;

/// <summary>Builds the model in one pass over the instructions.</summary>
internal sealed class BuildModelBuilder(BuildOptions options)
{
    // The states keep every value they ever had; past this many characters in one file values count as unknown.
    private const int MostCharacters = 4 * 1024 * 1024;

    // The longest path a Linux system call takes.
    private const int LongestPath = 4096;

    private readonly List<Stage> _stages = [];
    private readonly TriggerList _triggers = new();
    private readonly List<StageStep> _steps = [];
    private readonly Dictionary<string, Stage> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Stage> _dependencies = [];
    private readonly List<SyntaxError> _errors = [];
    private readonly List<(InstructionSyntax Instruction, Stage User, ConversionContext Context)> _references = [];
    private VariableScope _globals = new(isComplete: true);
    private InstructionState _state = new() { Variables = new VariableScope(isComplete: true) };
    private Stage? _stage;
    private int _characters;
    private bool _isPodman;

    internal BuildModel Build(SyntaxTree tree)
    {
        _isPodman = options.IsPodman || PodmanSyntax.IsContainerfile(tree.Source.Path);
        foreach (var (name, value) in PlatformArguments.Of(options, tree))
        {
            _globals = _globals.With(
                new VariableBinding(name, VariableKind.Predefined, Given(name) ?? new VariableValue(true, value), null));
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
        var references = new StageReferenceChecks(_stages);
        foreach (var (instruction, user, context) in _references)
        {
            references.Check(instruction, user, context);
        }

        _errors.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return new BuildModel(tree, _stages, _globals, options, _errors);
    }

    private void BeginStage(FromInstruction from)
    {
        var reference = Resolve(WordExpander.Expand(from.Image, _globals.Lookup));
        BaseChecks.Check(from, reference, new ConversionContext(_globals.Lookup, null, _errors, null) { IsPodman = _isPodman });
        _stage = new Stage(_stages.Count, from, reference)
        {
            PossibleBases = StageLookup.Possible(_byName.Values, from.Image, reference.Stage),
        };
        _steps.Clear();
        _dependencies.Clear();
        if (reference.Stage is { } below)
        {
            _dependencies.Add(below);
            _state = below.FinalState; // its ARGs too: BuildKit hands them on, as it does ENV
            var triggers = _triggers.Firing(below);
            _stage.IsIncomplete = triggers is null;
            foreach (var onbuild in triggers ?? [])
            {
                Fire(onbuild, from);
            }
        }
        else
        {
            var isScratch = reference.Kind == BaseKind.Scratch;
            _state = new InstructionState { Variables = new VariableScope(isScratch), Workdir = isScratch ? "/" : null };
        }
    }

    // A trigger of an earlier stage runs right behind the FROM, and the engine blames that FROM for what fails.
    private void Fire(OnbuildInstruction onbuild, FromInstruction from)
    {
        foreach (var error in onbuild.TriggerErrors)
        {
            _errors.Add(new SyntaxError(from.Image.Span, $"an ONBUILD trigger of the base fails: {error.Message}"));
        }

        Convert(onbuild.Trigger, from.Image.Span);
        Apply(onbuild.Trigger);
    }

    private void Convert(InstructionSyntax instruction, TextSpan? place)
    {
        var context = new ConversionContext(Lookup(_state.Variables), _state.Workdir, _errors, place) { IsPodman = _isPodman };
        InstructionChecks.Check(instruction, context);
        if (instruction is RunInstruction)
        {
            ByteChecks.CheckUser(instruction, _state.User, context);
        }

        if (instruction is CopyInstruction or RunInstruction)
        {
            _references.Add((instruction, _stage!, context));
        }
    }

    // The engine gives every Linux stage a PATH.
    private static Func<string, VariableValue> Lookup(VariableScope scope) =>
        name => name == "PATH" && scope.Find(name) is null ? VariableValue.Unknown : scope.Lookup(name);

    private void EndStage()
    {
        if (_stage is null || _stages.LastOrDefault() == _stage)
        {
            return;
        }

        _stage.Steps = [.. _steps];
        _stage.FinalState = _state;
        _stage.Dependencies = [.. _dependencies];
        _stages.Add(_stage);
        if (_stage.Name is { } name)
        {
            _byName[name] = _stage;
        }
    }

    private void Visit(InstructionSyntax instruction)
    {
        _steps.Add(new StageStep(instruction, _state));
        Convert(instruction, null);
        Apply(instruction);
    }

    private void Apply(InstructionSyntax instruction)
    {
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
                _state = _state with { HasUser = true, User = Expand(user.Argument, _state.Variables) };
                break;
            case WorkdirInstruction workdir:
                _state = _state with
                {
                    HasWorkdir = true,
                    Workdir = Combine(_state.Workdir, Expand(workdir.Argument, _state.Variables)),
                };
                break;
            case CopyInstruction copy when copy.Flag("from")?.ExpandedWord?.LiteralValue is { Length: > 0 } from:
                AddDependency(FindStage(from) ?? (int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < _stages.Count ? _stages[index] : null));
                break;
            case RunInstruction run:
                foreach (var mount in run.Mounts)
                {
                    // A number is the name of an image here, not the index of a stage.
                    AddDependency(mount.Value("from") is { Length: > 0 } name ? FindStage(name) : null);
                }

                break;
            case UnknownInstruction or MalformedInstruction:
                _stage!.IsIncomplete = true;
                break;
        }
    }

    private Stage? FindStage(string name) => _byName.GetValueOrDefault(name);

    private void AddDependency(Stage? stage)
    {
        if (stage is not null)
        {
            _dependencies.Add(stage);
        }
    }

    private BaseReference Resolve(string? name)
    {
        if (name is null)
        {
            return new BaseReference(BaseKind.Unknown, null);
        }

        // The engine keeps stage names in lower case and looks up a FROM as it is written: FROM Build never finds a stage.
        if (_byName.TryGetValue(name, out var stage) && stage.Name == name)
        {
            return new BaseReference(BaseKind.Stage, name, stage);
        }

        if (name == "scratch")
        {
            return new BaseReference(BaseKind.Scratch, name);
        }

        if (PodmanSyntax.HasTransport(name))
        {
            return new BaseReference(BaseKind.Unknown, name);
        }

        return ImageReference.TryParse(name) is { } image
            ? new BaseReference(BaseKind.Image, name, Image: image)
            : new BaseReference(BaseKind.Invalid, name);
    }

    private void DeclareGlobals(ArgInstruction arg)
    {
        foreach (var pair in arg.Pairs)
        {
            InstructionChecks.CheckPair(pair, false, new ConversionContext(_globals.Lookup, null, _errors, null) { IsPodman = _isPodman });
            if (pair.Key.LiteralValue is { } name)
            {
                var value = Given(name)
                    ?? (pair.Value is null ? _globals.Find(name)?.Value ?? VariableValue.Unset : ValueOf(pair.Value, _globals));
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

        // Without a default of its own an ARG takes the global one, or the predefined value, of its name, or keeps what it had.
        var value = Given(name) ?? (pair.Value is null
            ? _globals.Find(name)?.Value ?? _state.Variables.FindArgument(name)?.Value ?? VariableValue.Unset
            : ValueOf(pair.Value, _state.Variables));
        _state = _state with
        {
            Variables =
            _state.Variables.With(new VariableBinding(name, VariableKind.Arg, value, pair), options.Builder)
        };
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

    private VariableValue ValueOf(WordSyntax word, VariableScope scope) => new(true, Expand(word, scope));

    private string? Expand(WordSyntax word, VariableScope scope)
    {
        if (_characters >= MostCharacters || WordExpander.Expand(word, scope.Lookup) is not { } text)
        {
            return null;
        }

        _characters += text.Length;
        return text;
    }

    private string? Combine(string? current, string? path)
    {
        if (path is null)
        {
            return null;
        }

        if (path.StartsWith('\\') || (path.Length > 1 && path[1] == ':'))
        {
            return path;
        }

        if (!path.StartsWith('/'))
        {
            if (current?.StartsWith('/') != true)
            {
                return null;
            }

            path = current + "/" + path;
        }

        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        var result = "/" + string.Join('/', parts);
        _characters += result.Length;
        return result.Length > LongestPath ? null : result;
    }
}
