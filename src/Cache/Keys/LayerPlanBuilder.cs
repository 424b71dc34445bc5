using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>Walks the stages, keeps the state and lists what each key depends on.</summary>
internal sealed class LayerPlanBuilder
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private readonly KeyScope _scope;
    private readonly RunKeys _runs;
    private readonly CopyKeys _copies;
    private readonly List<LayerStep> _steps = [];
    private readonly List<StageBase> _bases = [];
    private readonly List<KeyState> _ends = [];
    private readonly int _lastUnresolved;

    internal LayerPlanBuilder(BuildState build)
    {
        _scope = new KeyScope(build);
        _runs = new RunKeys(_scope);
        _copies = new CopyKeys(_scope);
        _lastUnresolved = _scope.Model.Stages
            .LastOrDefault(stage => stage.Base.Kind == BaseKind.Unknown && _scope.Model.IsReachable(stage))?.Index ?? -1;
    }

    internal LayerPlan Build()
    {
        var stages = _scope.Model.Stages.ToDictionary(stage => (InstructionSyntax)stage.From);
        foreach (var instruction in _scope.Build.Dockerfile.Root.Instructions)
        {
            if (stages.TryGetValue(instruction, out var stage))
            {
                EndStage();
                BeginStage(stage);
            }
            else if (instruction.Name == "FROM")
            {
                // A FROM that cannot be read: nothing behind it belongs to a stage.
                EndStage();
                _scope.Stage = null;
                Add(instruction, StepKind.Skipped);
            }
            else if (_scope.Stage is null)
            {
                Add(instruction, StepKind.Metadata);
            }
            else
            {
                Visit(instruction, isTrigger: false);
            }
        }

        EndStage();
        return new LayerPlan(_scope.Build, _scope.Model, _steps, _bases);
    }

    private bool IsNeeded => _scope.Stage is not null && _scope.Model.Target is { } target
        && (_scope.IsClassic ? _scope.Stage.Index <= target.Index : _scope.Model.IsReachable(_scope.Stage) || IsOpen(_scope.Stage));

    // A stage in front of one whose base cannot be resolved may be that base, or what it takes files from.
    private bool IsOpen(Stage stage) => !_scope.IsClassic && !_scope.Model.IsReachable(stage) && stage.Index < _lastUnresolved;

    private void BeginStage(Stage stage)
    {
        _scope.Stage = stage;
        var reference = stage.Base;
        if (reference.Stage is { } below)
        {
            _bases.Add(new StageBase(below.Index, null, "", true) { IsOpen = IsOpen(stage) });
            _scope.State = _ends[below.Index];
            _scope.State = _scope.IsClassic ? _scope.State with { Arguments = _scope.State.Arguments.Clear() } : _scope.State;
        }
        else if (reference.Kind == BaseKind.Scratch)
        {
            // Nothing has no platform of its own, whatever the flag says (dockerfile2llb's convert.go).
            _bases.Add(new StageBase(null, null, "scratch", true) { IsOpen = IsOpen(stage) });
            _scope.State = new KeyState { Platform = _scope.Settings.TargetPlatform };
        }
        else
        {
            BeginImage(stage);
        }

        if (!_scope.IsClassic && !_scope.State.HasUnknownBase && _scope.State.Variables.TrueForAll(variable => variable.Name != "PATH"))
        {
            _scope.State = _scope.State.With(new KeyVariable("PATH", DefaultPath, null, false));
        }

        var triggers = _scope.State.Triggers;
        _scope.State = _scope.State with { Triggers = [] };
        var id = _bases[^1] is { StageIndex: { } index } ? "stage " + index : _bases[^1].Id;
        Add(stage.From, IsNeeded ? StepKind.Base : StepKind.Skipped,
            new CacheKey(
                [new KeyInput(KeyInputKind.Base, reference.Text ?? stage.From.Image.RawText, id) { IsAssumed = !_bases[^1].IsKnown }]));
        foreach (var trigger in triggers)
        {
            Visit(trigger, isTrigger: true);
        }
    }

    private void BeginImage(Stage stage)
    {
        var name = stage.Base.Text ?? WordExpander.Expand(stage.From.Image, _scope.GlobalLookup) ?? stage.From.Image.RawText;
        var image = _scope.Build.Image(name);
        var pinned = ImageReference.TryParse(name)?.Digest;
        var known = _scope.IsClassic ? image.Digest ?? pinned ?? image.Layers : image.Layers ?? image.Digest ?? pinned;
        var platform = _scope.PlatformOf(stage.From);

        // Equal layers are equal on every platform; of a name or the digest of an index each platform has its own.
        var id = known is not null && known == image.Layers ? known : $"{known ?? BuildState.FullName(name)}|{platform}";
        var isUnresolved = !_scope.IsClassic && (stage.Base.Kind == BaseKind.Unknown || platform is null);
        _bases.Add(new StageBase(null, name, id, known is not null) { IsOpen = isUnresolved || IsOpen(stage) });
        var state = new KeyState
        {
            Platform = platform ?? TargetPlatform.Default,
            HasUnknownBase = image.Environment is null,
            Variables = image.Environment is { } environment
                ? [.. environment.Select(pair => new KeyVariable(pair.Key, pair.Value, null, false))]
                : [],
            Triggers = [.. image.OnBuild.SelectMany(text => DockerfileParser.Parse(text).Root.Instructions)],
        };
        _scope.State = state with
        {
            User = image.User ?? KeyState.Unknown("user"),
            WorkingDirectory = image.WorkingDirectory is null ? "/" + KeyState.Unknown("directory") : image.WorkingDirectory.Length == 0
                ? "/" : image.WorkingDirectory,
        };
    }

    private void EndStage()
    {
        if (_scope.Stage is not null && _ends.Count == _scope.Stage.Index)
        {
            _ends.Add(_scope.State);
        }
    }

    private void Visit(InstructionSyntax instruction, bool isTrigger)
    {
        switch (instruction)
        {
            case RunInstruction run:
                Add(run, IsNeeded ? _runs.Of(run) : null, isTrigger);
                return;
            case FileTransferInstruction copy:
                Add(copy, IsNeeded ? _copies.Of(copy) : null, isTrigger);
                return;
            case WorkdirInstruction workdir:
                AddWorkdir(workdir, isTrigger);
                return;
        }

        // The key of a step counts the state before it; its own effect comes after.
        var before = _scope.State;
        StateChange.Apply(_scope, instruction);
        var kind = !IsNeeded ? StepKind.Skipped : _scope.IsClassic ? StepKind.Cached : StepKind.Metadata;
        var key = kind == StepKind.Cached
            ? new CacheKey([new KeyInput(KeyInputKind.Instruction, instruction.Name, ClassicText.Of(instruction, before))]) : null;
        Add(instruction, kind, key, isTrigger);
    }

    private void AddWorkdir(WorkdirInstruction workdir, bool isTrigger)
    {
        var path = _scope.Expand(workdir.Argument);
        var directory = path.StartsWith('/') ? path : ContextPath.Clean("/" + _scope.State.WorkingDirectory + "/" + path);
        var clean = ContextPath.Clean(directory);
        _scope.State = _scope.State with { WorkingDirectory = directory, WorkingDirectoryLine = _scope.LineOf(workdir) };
        var kind = !IsNeeded ? StepKind.Skipped : _scope.IsClassic || clean != "/" ? StepKind.Cached : StepKind.Metadata;
        if (kind != StepKind.Cached)
        {
            Add(workdir, kind, isTrigger: isTrigger);
            return;
        }

        List<KeyInput> inputs =
            [new(KeyInputKind.Instruction, "WORKDIR", ""), new(KeyInputKind.Destination, "", _scope.IsClassic ? directory : clean)];
        if (!_scope.IsClassic)
        {
            inputs.Add(new KeyInput(KeyInputKind.User, "", _scope.State.User) { Line = _scope.State.UserLine });

            // The new directory gets that time (dispatchWorkdir), so each commit's own time makes it, and all behind it, new.
            _scope.AddArgument("SOURCE_DATE_EPOCH", inputs);
        }

        var owner = _scope.IsClassic ? "" : _scope.State.User;
        Add(workdir, new StepKey(new CacheKey(inputs), [], new StepEffect.MakeDirectory(clean, owner)), isTrigger);
    }

    // Null stands for a step that the build does not come to.
    private void Add(InstructionSyntax instruction, StepKey? key, bool isTrigger) =>
        Add(instruction, key is null ? StepKind.Skipped : StepKind.Cached, key?.Key, isTrigger, key);

    private void Add(InstructionSyntax instruction, StepKind kind, CacheKey? key = null, bool isTrigger = false, StepKey? step = null)
    {
        var lines = _scope.Build.Dockerfile.Source.Lines;
        var place = isTrigger && !ReferenceEquals(instruction.Source, _scope.Build.Dockerfile.Source) || isTrigger ? _scope.Stage!.From
            : instruction;
        _steps.Add(new LayerStep
        {
            Index = _steps.Count,
            Instruction = instruction,
            StageIndex = _scope.Stage?.Index,
            Kind = kind,
            Line = lines.GetLine(place.Span.Start),
            EndLine = lines.GetLine(Math.Max(place.Span.Start, EndOf(place) - 1)),
            IsTrigger = isTrigger,
            Key = key ?? CacheKey.None,
            StageFiles = step?.StageFiles ?? [],
            IsIndependent = step?.IsIndependent ?? false,
            Failure = step?.Failure,
            Effect = step?.Effect ?? StepEffect.None,
        });
    }

    private static int EndOf(InstructionSyntax instruction) =>
        instruction.Heredocs.Count > 0 ? Math.Max(instruction.Span.End, instruction.Heredocs[^1].Span.End) : instruction.Span.End;
}
