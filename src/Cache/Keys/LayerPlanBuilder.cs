using System.Collections.Immutable;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>Walks the stages, keeps the state and lists what each key depends on.</summary>
internal sealed partial class LayerPlanBuilder
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private const string DefaultPlatform = "linux/amd64";

    // Predefined for every builder: in force without ARG, and then in no key.
    private static readonly string[] s_proxies =
        ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"];

    private readonly BuildState _build;
    private readonly BuildSettings _settings;
    private readonly BuildModel _model;
    private readonly List<LayerStep> _steps = [];
    private readonly List<StageBase> _bases = [];
    private readonly List<KeyState> _ends = [];
    private readonly ImmutableDictionary<string, string> _platform;
    private ImmutableDictionary<string, VariableValue> _globals = ImmutableDictionary<string, VariableValue>.Empty;
    private KeyState _state = new();
    private Stage? _stage;

    internal LayerPlanBuilder(BuildState build)
    {
        _build = build;
        _settings = build.Settings;
        _model = BuildModel.Create(build.Dockerfile, new BuildOptions
        {
            Builder = _settings.Builder,
            Target = _settings.Target,
            BuildArguments = _settings.BuildArguments,
        });
        _platform = PlatformArguments();
    }

    private bool IsClassic => _settings.Builder == Builder.Classic;

    internal LayerPlan Build()
    {
        var stages = _model.Stages.ToDictionary(stage => (InstructionSyntax)stage.From);
        foreach (var instruction in _build.Dockerfile.Root.Instructions)
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
                _stage = null;
                Add(instruction, StepKind.Skipped);
            }
            else if (_stage is null)
            {
                Add(instruction, StepKind.Metadata);
                if (instruction is ArgInstruction arg && _bases.Count == 0)
                {
                    DeclareGlobals(arg);
                }
            }
            else
            {
                Visit(instruction, isTrigger: false);
            }
        }

        EndStage();
        return new LayerPlan(_build, _model, _steps, _bases);
    }

    private bool IsNeeded => _stage is not null && _model.Target is { } target
        && (IsClassic ? _stage.Index <= target.Index : _model.IsReachable(_stage));

    private void BeginStage(Stage stage)
    {
        _stage = stage;
        var reference = stage.Base;
        if (reference.Stage is { } below)
        {
            _bases.Add(new StageBase(below.Index, null, "", true));
            _state = _ends[below.Index];
            _state = IsClassic ? _state with { Arguments = _state.Arguments.Clear() } : _state;
        }
        else if (reference.Kind == BaseKind.Scratch)
        {
            _bases.Add(new StageBase(null, null, "scratch", true));
            _state = new KeyState();
        }
        else
        {
            BeginImage(stage);
        }

        if (!IsClassic && !_state.HasUnknownBase && _state.Variables.TrueForAll(variable => variable.Name != "PATH"))
        {
            _state = _state.With(new KeyVariable("PATH", DefaultPath, null, false));
        }

        var triggers = _state.Triggers;
        _state = _state with { Triggers = [] };
        var id = _bases[^1] is { StageIndex: { } index } ? "stage " + index : _bases[^1].Id;
        Add(stage.From, IsNeeded ? StepKind.Base : StepKind.Skipped,
            new CacheKey([new KeyInput(KeyInputKind.Base, reference.Text ?? stage.From.Image.RawText, id) { IsUncertain = !_bases[^1].IsKnown }]));
        foreach (var trigger in triggers)
        {
            Visit(trigger, isTrigger: true);
        }
    }

    private void BeginImage(Stage stage)
    {
        var name = stage.Base.Text ?? WordExpander.Expand(stage.From.Image, GlobalLookup) ?? stage.From.Image.RawText;
        var image = _build.Image(name);
        var pinned = ImageReference.TryParse(name)?.Digest;
        var known = IsClassic ? image.Digest ?? pinned ?? image.Layers : image.Layers ?? image.Digest ?? pinned;
        var id = (known ?? BuildState.FullName(name)) + PlatformOf(stage.From);
        _bases.Add(new StageBase(null, name, id, known is not null));
        var state = new KeyState
        {
            HasUnknownBase = image.Environment is null,
            Variables = image.Environment is { } environment
                ? [.. environment.Select(pair => new KeyVariable(pair.Key, pair.Value, null, false))]
                : [],
            Triggers = [.. image.OnBuild.SelectMany(text => DockerfileParser.Parse(text).Root.Instructions)],
        };
        _state = state with
        {
            User = image.User ?? KeyState.Unknown("user"),
            WorkingDirectory = image.WorkingDirectory is null ? "/" + KeyState.Unknown("directory") : image.WorkingDirectory.Length == 0 ? "/" : image.WorkingDirectory,
        };
    }

    private void EndStage()
    {
        if (_stage is not null && _ends.Count == _stage.Index)
        {
            _ends.Add(_state);
        }
    }

    private string PlatformOf(FromInstruction from)
    {
        var word = from.Flag("platform")?.ValueWord;
        var platform = (word is null ? null : WordExpander.Expand(word, GlobalLookup) ?? word.RawText) ?? _settings.Platform ?? DefaultPlatform;
        return platform == DefaultPlatform ? "" : "|" + platform;
    }

    private ImmutableDictionary<string, string> PlatformArguments()
    {
        if (IsClassic)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var arguments = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (prefix, platform) in new[] { ("BUILD", DefaultPlatform), ("TARGET", _settings.Platform ?? DefaultPlatform) })
        {
            var parts = platform.Split('/');
            arguments[prefix + "PLATFORM"] = platform;
            arguments[prefix + "OS"] = parts[0];
            arguments[prefix + "ARCH"] = parts.Length > 1 ? parts[1] : "";
            arguments[prefix + "VARIANT"] = parts.Length > 2 ? parts[2] : "";
        }

        arguments["TARGETSTAGE"] = _settings.Target ?? "default";
        return arguments.ToImmutable();
    }

    private VariableValue GlobalLookup(string name) =>
        _globals.TryGetValue(name, out var value) ? value
        : _platform.TryGetValue(name, out var predefined) ? VariableValue.Of(predefined)
        : VariableValue.Unset;

    private void DeclareGlobals(ArgInstruction arg)
    {
        foreach (var pair in arg.Pairs)
        {
            if (pair.Key.LiteralValue is { } name)
            {
                var value = _settings.BuildArguments.TryGetValue(name, out var given) ? VariableValue.Of(given)
                    : pair.Value is null ? GlobalLookup(name)
                    : VariableValue.Of(WordExpander.Expand(pair.Value, GlobalLookup) ?? pair.Value.RawText);
                _globals = _globals.SetItem(name, value);
            }
        }
    }

    private void Add(
        InstructionSyntax instruction, StepKind kind, CacheKey? key = null, bool isTrigger = false, IReadOnlyList<StageFileUse>? stageFiles = null,
        bool isIndependent = false, string? failure = null, StepEffect? effect = null)
    {
        var lines = _build.Dockerfile.Source.Lines;
        var place = isTrigger && !ReferenceEquals(instruction.Source, _build.Dockerfile.Source) || isTrigger ? _stage!.From : instruction;
        _steps.Add(new LayerStep
        {
            Index = _steps.Count,
            Instruction = instruction,
            StageIndex = _stage?.Index,
            Kind = kind,
            Line = lines.GetLine(place.Span.Start),
            EndLine = lines.GetLine(Math.Max(place.Span.Start, EndOf(place) - 1)),
            IsTrigger = isTrigger,
            Key = key ?? CacheKey.None,
            StageFiles = stageFiles ?? [],
            IsIndependent = isIndependent,
            Failure = failure,
            Effect = effect ?? StepEffect.None,
        });
    }

    private static int EndOf(InstructionSyntax instruction) =>
        instruction.Heredocs.Count > 0 ? Math.Max(instruction.Span.End, instruction.Heredocs[^1].Span.End) : instruction.Span.End;

    private int LineOf(InstructionSyntax instruction) => ReferenceEquals(instruction.Source, _build.Dockerfile.Source)
        ? _build.Dockerfile.Source.Lines.GetLine(instruction.Span.Start)
        : _build.Dockerfile.Source.Lines.GetLine(_stage!.From.Span.Start);

    private string Expand(WordSyntax word) => WordExpander.Expand(word, _state.Lookup) ?? word.RawText;
}
