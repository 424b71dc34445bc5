using System.Collections.Immutable;
using System.Security.Cryptography;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>
/// Evaluates a plan against a store. A step is found by definition (its operation and the identities of all it builds on) or by
/// content (the same, with digests of the files it takes in place of identities); BuildKit's solver/edge.go. The classic builder
/// knows contents only.
/// </summary>
internal sealed class BuildEvaluation
{
    private readonly CacheStore _store;
    private readonly LayerPlan _plan;
    private readonly BuildSettings _settings;
    private readonly bool _mayLookUp;
    private readonly IReadOnlyDictionary<int, MissingResult> _missing;
    private readonly HashSet<int> _followed = [];
    private readonly List<StagePosition> _ends = [];
    private readonly Dictionary<int, StagePosition> _beginnings = [];
    private readonly Dictionary<string, (StepStatus Status, string Vertex)> _made = new(StringComparer.Ordinal);
    private readonly List<(string Parent, CacheKey Content, CacheKey? Definition, string Result)> _remembered = [];
    private readonly List<StepOutcome> _outcomes = [];
    private StagePosition _position = new("scratch", false, null, null, false, "scratch");
    private bool _hasFailed;

    internal BuildEvaluation(CacheStore store, LayerPlan plan, IReadOnlyDictionary<int, MissingResult> missing)
    {
        _store = store;
        _plan = plan;
        _missing = missing;
        _settings = plan.State.Settings;
        var isReplaced = IsClassic && _settings.CacheFrom.Length > 0 && !_settings.CacheFrom.Any(store.Tags.Contains);
        _mayLookUp = !_settings.NoCache && !isReplaced;
        FindFollowedStages();
    }

    private bool IsClassic => _settings.Builder == Builder.Classic;

    internal BuildOutcome Run()
    {
        foreach (var step in _plan.Steps)
        {
            if (step.Kind == StepKind.Base
                || (step.Kind == StepKind.Skipped && step.Instruction is Syntax.FromInstruction && step.StageIndex == _ends.Count))
            {
                EndStage(step.StageIndex!.Value);
                _position = Begin(step.StageIndex!.Value);
                _beginnings[step.StageIndex!.Value] = BottomOf(step.StageIndex!.Value);
            }

            var outcome = step.Kind switch
            {
                StepKind.Base => EvaluateBase(step),
                StepKind.Cached => Evaluate(step),
                StepKind.Skipped => new StepOutcome(step, StepStatus.Skipped),
                _ => new StepOutcome(step, StepStatus.Metadata),
            };
            _outcomes.Add(outcome);
            if (step.StageIndex is { } index)
            {
                Keep(index);
            }
        }

        _store.Images.UnionWith(_plan.Bases.Where(stage => stage.ImageName is not null).Select(stage => "image:" + stage.Id));
        foreach (var use in _plan.Steps.SelectMany(step => step.StageFiles).Where(use => use.ImageName is not null))
        {
            _store.Images.Add(ImageId(use.ImageName!).Id);
        }

        foreach (var (parent, content, definition, result) in _remembered)
        {
            _store.Remember(parent, content, definition, result);
        }

        return new BuildOutcome(_plan, _outcomes);
    }

    // Stages whose files somebody takes, and the stages below them.
    private void FindFollowedStages()
    {
        foreach (var use in _plan.Steps.SelectMany(step => step.StageFiles))
        {
            for (var index = use.StageIndex; index is { } stage && _followed.Add(stage); index = _plan.Bases[stage].StageIndex)
            {
            }
        }
    }

    private void EndStage(int next)
    {
        while (_ends.Count > next)
        {
            _ends.RemoveAt(_ends.Count - 1);
        }
    }

    private void Keep(int index)
    {
        while (_ends.Count <= index)
        {
            _ends.Add(_position);
        }

        _ends[index] = _position;
    }

    private StagePosition Begin(int index)
    {
        var stage = _plan.Bases[index];
        var isFollowed = _followed.Contains(index);
        if (stage.IsOpen)
        {
            var vertex = "open " + stage.Id;
            return new StagePosition(null, true, null, isFollowed ? StageFiles.Opaque(vertex) : null, false, vertex);
        }

        if (stage.StageIndex is { } below)
        {
            return _ends[below];
        }

        if (stage.ImageName is not { } name)
        {
            return new StagePosition("scratch", false, null, isFollowed ? StageFiles.Empty : null, false, "scratch");
        }

        var (id, isAssumed) = Identify(index, stage);
        return new StagePosition(id, isAssumed, null, isFollowed ? FilesOf(name, id) : null, false, id);
    }

    private StagePosition BottomOf(int index) => _plan.Bases[index].StageIndex is { } below ? _beginnings[below] : Begin(index);

    private StageFiles FilesOf(string image, string id) =>
        _plan.State.Image(image).Files is { } files ? StageFiles.Of(files) : StageFiles.Opaque(id);

    // An image that is known by name only, and by a new one, is taken to be another than the stage had before.
    private (string Id, bool IsAssumed) Identify(int index, StageBase stage)
    {
        var id = "image:" + stage.Id;
        if (_store.Last is not { } last || _store.Images.Contains(id))
        {
            return (id, false);
        }

        var name = _plan.Model.Stages[index].Name;
        var earlier = last.Plan.Model.Stages.FirstOrDefault(candidate => candidate.Name is not null && candidate.Name == name)
            ?? last.Plan.Model.Stages.ElementAtOrDefault(index);
        return (id, earlier is not null && last.Plan.Bases[earlier.Index] is { ImageName: not null } before
            && !(before.IsKnown && stage.IsKnown));
    }

    private (string Id, bool IsKnown) ImageId(string name)
    {
        var image = _plan.State.Image(name);
        var known = IsClassic ? image.Digest ?? image.Layers : image.Layers ?? image.Digest;
        known ??= ImageReference.TryParse(name)?.Digest;
        return ("image:" + (known ?? BuildState.FullName(name)), known is not null);
    }

    private StepOutcome EvaluateBase(LayerStep step)
    {
        var stage = _plan.Bases[step.StageIndex!.Value];
        var status = stage.IsOpen ? StepStatus.Unknown
            : stage.ImageName is null ? StepStatus.Metadata
            : _store.Images.Contains("image:" + stage.Id) ? StepStatus.Reused
            : StepStatus.Rebuilt;
        return new StepOutcome(step, status)
        {
            Key = step.Key,
            ResultId = _position.Id,
            Certainty = status == StepStatus.Rebuilt && _position.IsAssumed ? StepCertainty.Likely : StepCertainty.Certain,
        };
    }

    private StepOutcome Evaluate(LayerStep step)
    {
        if (_position.HasFailed || (IsClassic && _hasFailed))
        {
            return new StepOutcome(step, StepStatus.Skipped);
        }

        // A value of the base image ties even an independent step to it.
        var bottom = _beginnings[step.StageIndex!.Value];
        var isTied = step.IsIndependent && step.Key.Inputs.Any(input => input.Value is { } value && KeyState.IsUnknown(value));
        var parent = !step.IsIndependent ? _position.Id : isTied ? "scratch, with values of " + bottom.Id : "scratch";
        var isAssumed = !step.IsIndependent ? _position.IsAssumed : isTied && bottom.IsAssumed;
        var (byContent, byDefinition, sources, isUnknowable) = Resolve(step);
        var failure = step.Failure ?? (sources.Exists(source => source.HasFailed) ? "" : null);
        var outcome = new StepOutcome(step, StepStatus.Rebuilt)
        {
            Key = byContent,
            ParentId = parent,
            Sources = [.. sources.Select(source => source.Last)],
            Parent = step.IsIndependent ? null : _position.Last,
        };
        if (failure is not null)
        {
            _hasFailed = true;
            outcome = outcome with { Status = failure.Length == 0 ? StepStatus.Skipped : StepStatus.Rebuilt };
            _position = _position with { HasFailed = true, Last = outcome };
            return outcome;
        }

        if (parent is null || isUnknowable)
        {
            outcome = outcome with { Status = StepStatus.Unknown };
            _position = new StagePosition(
                null, true, outcome, _position.Files is null ? null : StageFiles.Opaque("run:" + _store.NewResult()), false, Vertex(step));
            return outcome;
        }

        var isUncertain = byContent.Inputs.Any(input => input.IsUncertain);
        var vertex = Vertex(step);
        outcome = Find(outcome, parent, byContent, byDefinition, isUncertain, vertex);
        IReadOnlySet<string> alternatives = step.IsIndependent ? ImmutableHashSet<string>.Empty : _position.Alternatives;
        var possible = outcome is { Status: StepStatus.Rebuilt, IsMissing: false }
            ? _store.Possible([parent, .. alternatives], byContent, byDefinition)
            : ImmutableHashSet<string>.Empty;
        outcome = outcome with
        {
            Certainty = outcome.IsMissing ? _missing[step.Index].Certainty
                : possible.Count > 0 ? StepCertainty.Open
                : StepDoubt.CertaintyOf(outcome, _position.Last, isAssumed),
        };

        // What is made again for want of a result may come out otherwise.
        var made = outcome.IsMissing ? _store.NewResult() : outcome.ResultId!;
        outcome = IsClassic ? outcome : StepDoubt.AskedAgain(outcome);
        var files = _position.Files is null ? null : Apply(step, byContent, made, _position.Files, bottom.Id ?? "");

        // Behind a plain step an independent one is merged: what follows builds on both.
        var result = step.IsIndependent ? Digest("merge", _position.Id ?? "?", outcome.ResultId!) : outcome.ResultId;
        var staysAssumed = outcome.Status == StepStatus.Unknown || outcome.Certainty == StepCertainty.Likely || outcome.IsAskedAgain
            || (step.IsIndependent && _position.IsAssumed);
        vertex = step.IsIndependent ? Digest("merge", _position.Vertex, vertex) : vertex;
        _position = new StagePosition(result, staysAssumed, outcome, files, false, vertex)
        {
            Alternatives = step.IsIndependent ? Merged(possible.Add(outcome.ResultId!)) : possible,
        };
        return outcome;
    }

    // What a merge may be: each of what may lie below with each of what may lie above it.
    private ImmutableHashSet<string> Merged(ImmutableHashSet<string> above)
    {
        var below = _position.Alternatives.Add(_position.Id ?? "?");
        return [.. below.SelectMany(one => above.Select(other => (one, other))).Select(pair => Digest("merge", pair.one, pair.other))];
    }

    private string Vertex(LayerStep step)
    {
        var inputs = step.Key.Inputs.Select(input => input.Kind == KeyInputKind.Files
            ? input with { Value = Semantics.Context.ContextPath.FromRoot(input.Shown) }
            : input);
        var sources = step.StageFiles.Select(use => (use.StageIndex is { } index ? _ends[index].Vertex : use.ImageName) + ":" + use.Path);
        return Digest([step.IsIndependent ? "scratch" : _position.Vertex, new CacheKey([.. inputs]).Digest, .. sources]);
    }

    private StepOutcome Find(
        StepOutcome outcome, string parent, CacheKey byContent, CacheKey? byDefinition, bool isUncertain, string vertex)
    {
        var content = Digest("content", parent, byContent.Digest);
        var definition = byDefinition is null ? null : Digest("definition", parent, byDefinition.Digest);
        string? found = null;
        var mayLookUp = MayLookUp(outcome.Step);
        var isMade = _made.TryGetValue(content, out var made) || (definition is not null && _made.TryGetValue(definition, out made));
        if (mayLookUp || isMade)
        {
            found = _store.Results.GetValueOrDefault(content) ?? (definition is null ? null : _store.Results.GetValueOrDefault(definition));
        }

        var result = found ?? _store.NewResult();
        var status = found is null ? StepStatus.Rebuilt
            : isMade && !IsClassic && made.Vertex == vertex ? made.Status
            : isMade && !mayLookUp ? StepStatus.Rebuilt
            : isUncertain ? StepStatus.Unknown
            : StepStatus.Reused;
        if (IsClassic && !mayLookUp && isMade)
        {
            (status, result) = (StepStatus.Rebuilt, _store.NewResult());
        }

        foreach (var key in new[] { content, definition }.OfType<string>())
        {
            _store.Results[key] = result;
            _made.TryAdd(key, (status, vertex));
        }

        _remembered.Add((parent, byContent, byDefinition, result));
        var isMissing = status == StepStatus.Reused && _missing.ContainsKey(outcome.Step.Index);
        return outcome with { Status = isMissing ? StepStatus.Rebuilt : status, ResultId = result, IsMissing = isMissing };
    }

    // BuildKit sets IgnoreCache in dispatchRun and dispatchCopy only, and knows stages by their names.
    private bool MayLookUp(LayerStep step) => IsClassic ? _mayLookUp
        : step.Instruction is Syntax.WorkdirInstruction
            || (_mayLookUp && !_settings.NoCacheStages.Contains(
                _plan.Model.Stages[step.StageIndex!.Value].Name ?? "", StringComparer.OrdinalIgnoreCase));

    private static string Digest(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(PathText.Encode(string.Join('\0', parts))));

    private StageFiles Apply(LayerStep step, CacheKey key, string result, StageFiles files, string image) => step.Effect switch
    {
        StepEffect.MakeDirectory directory when !KeyState.IsUnknown(directory.Path) => files.WithDirectory(
            directory.Path.Trim('/'), "755", directory.Owner is "" or "root" or "0" ? "0:0" : KeyState.IsUnknown(directory.Owner)
                ? directory.Owner + image : directory.Owner),
        StepEffect.Copy { IsOpaque: true } copy when !KeyState.IsUnknown(copy.Destination) && copy.Destination.Trim('/').Length > 0 =>
            CopyEffects.ApplyUnseen(files, copy, "copied:" + Digest(key.Digest, image)),
        StepEffect.MakeDirectory or StepEffect.Copy { IsOpaque: true } =>
            StageFiles.Opaque("copied:" + Digest(files.Identity, key.Digest, image)),
        StepEffect.Copy copy => CopyEffects.Apply(files, copy, use => SourceFiles(use)),
        StepEffect.Run run => ScriptEffects.Apply(files, run, result, image),
        _ => files,
    };

    private StageFiles SourceFiles(StageFileUse use) => use.StageIndex is { } index
        ? _ends[index].Files ?? StageFiles.Opaque(_ends[index].Id)
        : FilesOf(use.ImageName!, ImageId(use.ImageName!).Id);

    // The key with the contents taken from stages and images, and with the identities of these instead.
    private (CacheKey ByContent, CacheKey? ByDefinition, List<StagePosition> Sources, bool IsUnknowable) Resolve(LayerStep step)
    {
        if (step.StageFiles.Count == 0)
        {
            return (step.Key, null, [], false);
        }

        var contents = new List<KeyInput>();
        var definitions = new List<KeyInput>();
        var sources = new List<StagePosition>();
        var isUnknowable = false;
        foreach (var input in step.Key.Inputs)
        {
            if (input.Kind is not (KeyInputKind.Stage or KeyInputKind.Image))
            {
                contents.Add(input);
                definitions.Add(input);
                continue;
            }

            var use = step.StageFiles[sources.Count];
            var position = use.StageIndex is { } index ? _ends[index] : ImagePosition(use.ImageName!);
            isUnknowable |= position.Id is null;
            sources.Add(position);
            var files = SourceFiles(use);
            contents.Add(input with { Value = Describe(files, use), IsAssumed = position.IsAssumed });
            definitions.Add(input with { Value = $"{position.Id}:{use.Path}" });
        }

        return (new CacheKey(contents), IsClassic ? null : new CacheKey(definitions), sources, isUnknowable);
    }

    // Equal to what ContextSelection says of equal files of the build context, where that can be known.
    private string Describe(StageFiles files, StageFileUse use)
    {
        if (use.IsPattern)
        {
            return files.DescribeMatches(use.Path.TrimStart('/'));
        }

        if (!IsClassic)
        {
            return files.DescribeContent(use.Path) ?? "nothing";
        }

        var (path, node, _) = files.Find(use.Path);
        return (node?.Kind == StageNodeKind.File ? "file:" : "") + $"{path}|{files.Describe(use.Path) ?? "nothing"}";
    }

    private StagePosition ImagePosition(string name)
    {
        var (id, isKnown) = ImageId(name);
        return new StagePosition(id, !isKnown && _store.Last is not null && !_store.Images.Contains(id), null, null, false, id);
    }
}
