using System.Collections.Immutable;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>Says why steps of a build are not reused, by comparing their keys with those of the build before.</summary>
internal sealed class CauseFinder
{
    private readonly BuildOutcome? _before;
    private readonly BuildOutcome _after;
    private readonly IReadOnlyDictionary<int, MissingResult> _missing;
    private readonly Dictionary<StepOutcome, (Cause Cause, IReadOnlyList<Cause> Chain)> _found = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _reused;

    internal CauseFinder(BuildOutcome? before, BuildOutcome after)
        : this(before, after, ImmutableDictionary<int, MissingResult>.Empty)
    {
    }

    internal CauseFinder(BuildOutcome? before, BuildOutcome after, IReadOnlyDictionary<int, MissingResult> missing)
    {
        _missing = missing;
        _before = before;
        _after = after;
        _reused = [.. after.Steps.Where(step => step.Status == StepStatus.Reused && step.ResultId is not null)
            .Select(step => step.ResultId!)];
    }

    /// <summary>The trace of one step. Steps must be asked for in order, so that chains never have to be followed far.</summary>
    internal StepTrace Trace(StepOutcome outcome)
    {
        if (outcome.Status is StepStatus.Reused or StepStatus.Metadata)
        {
            var assumed = outcome.Certainty == StepCertainty.Likely ? outcome.Key.Inputs.FirstOrDefault(input => input.IsAssumed) : null;
            return new StepTrace(outcome.Step, outcome.Status, assumed is null ? null : Assumed(assumed, outcome.Step.Line), [])
            {
                Certainty = outcome.Certainty,
            };
        }

        if (outcome.Status == StepStatus.Skipped)
        {
            return new StepTrace(outcome.Step, outcome.Status, SkipCause(outcome), []);
        }

        var (cause, chain) = outcome.Step.Kind == StepKind.Base ? (BaseCause(outcome), []) : Find(outcome);
        _found[outcome] = (cause, chain);
        return new StepTrace(outcome.Step, outcome.Status, cause, chain)
        {
            Certainty = outcome.Certainty,
            Likely = outcome.IsAskedAgain ? StepStatus.Reused : outcome.Status,
        };
    }

    private Cause? SkipCause(StepOutcome outcome)
    {
        if (outcome.Step.Kind == StepKind.Skipped)
        {
            return null;
        }

        var failed = _after.Steps.FirstOrDefault(step => step.Step.Failure is not null);
        return failed is null ? null : new Cause(CauseKind.Failure, $"the build fails at line {failed.Step.Line}", failed.Step.Line);
    }

    private static Cause BaseCause(StepOutcome outcome)
    {
        var name = outcome.Key.Inputs[0].Name;
        return outcome.Status == StepStatus.Unknown
            ? new Cause(CauseKind.Base, $"what `{name}` stands for cannot be known", outcome.Step.Line)
            : new Cause(CauseKind.Base, $"the base image `{name}` is not the one of the build before"
                + (outcome.Certainty == StepCertainty.Likely ? ", unless both names are one image" : ""), outcome.Step.Line);
    }

    private (Cause Cause, IReadOnlyList<Cause> Chain) Find(StepOutcome outcome)
    {
        if (outcome.Step.Failure is { } failure)
        {
            return (new Cause(CauseKind.Failure, failure + ": the build fails here", outcome.Step.Line), []);
        }

        if (outcome.IsAskedAgain)
        {
            var address = outcome.Key.Inputs.First(input => input is { IsAssumed: true, Kind: KeyInputKind.Remote });
            return (new Cause(CauseKind.Remote, $"`{address.Value}` is asked in every build; if it answers what it did, this step is still "
                + "re-used, and what is behind it; --checksum would make sure", outcome.Step.Line), []);
        }

        if (outcome.IsMissing)
        {
            return (Missing(_missing[outcome.Step.Index].Line), []);
        }

        if (_after.Plan.State.Settings.NoCache)
        {
            return (new Cause(CauseKind.Option, "--no-cache asks for it", null), []);
        }

        if (!outcome.Step.IsIndependent && Inherited(outcome) is { } inherited)
        {
            return inherited;
        }

        var candidate = Candidate(outcome);
        var cause = candidate is null ? null : KeyDifference.Find(candidate, outcome);
        if (cause is { Kind: CauseKind.Stage } or null && SourceCause(outcome, candidate) is { } source)
        {
            return source;
        }

        if (cause is null && outcome.Key.Inputs.FirstOrDefault(input => input.IsUncertain) is { } uncertain)
        {
            cause = Uncertain(uncertain, outcome.Step.Line);
        }

        if (cause is null && outcome.Sources.Any(source => source?.Status == StepStatus.Unknown))
        {
            cause = new Cause(CauseKind.Stage, "the files it takes depend on a step nobody can know", outcome.Step.Line);
        }

        return (cause ?? new Cause(CauseKind.New, "no earlier build ran this step here", outcome.Step.Line), []);
    }

    // A step before it in the stage, or the base image, decides.
    private (Cause, IReadOnlyList<Cause>)? Inherited(StepOutcome outcome)
    {
        if (outcome.Parent is { Status: StepStatus.Rebuilt or StepStatus.Unknown, IsAskedAgain: false } parent
            && (outcome.Status == StepStatus.Unknown || parent.Status == StepStatus.Rebuilt
                || !outcome.Key.Inputs.Any(input => input.IsUncertain)))
        {
            if (outcome.Status == StepStatus.Rebuilt && parent.Status == StepStatus.Unknown)
            {
                return null;
            }

            // The chain goes straight to the first step of the stage that was not reused.
            var first = parent;
            while (first.Parent is { } above && above.Status == parent.Status && _found.TryGetValue(first, out var known)
                && known.Cause.Kind == CauseKind.Parent)
            {
                first = above;
            }

            var line = first.Step.Line;
            var text = parent.Status == StepStatus.Rebuilt ? $"rebuilt because line {line} was" : $"unknown because line {line} is";
            return (new Cause(CauseKind.Parent, text, line), Behind(first));
        }

        var from = BaseOf(outcome);
        if (outcome.Parent is null && from is { Status: StepStatus.Rebuilt or StepStatus.Unknown } && from.Status == outcome.Status
            && _found.TryGetValue(from, out var cause))
        {
            return (cause.Cause, cause.Chain);
        }

        return null;
    }

    private StepOutcome? BaseOf(StepOutcome outcome)
    {
        var stage = outcome.Step.StageIndex;
        while (stage is { } index && _after.Plan.Bases[index].StageIndex is { } below)
        {
            stage = below;
        }

        return _after.Steps.FirstOrDefault(step => step.Step.Kind == StepKind.Base && step.Step.StageIndex == stage);
    }

    private List<Cause> Behind(StepOutcome outcome) =>
        _found.TryGetValue(outcome, out var known) ? [known.Cause, .. known.Chain] : [];

    // The step that the build before ran on the same files; of another stage only where it had no such stage.
    private StepOutcome? Candidate(StepOutcome outcome)
    {
        var name = _after.Plan.Model.Stages.ElementAtOrDefault(outcome.Step.StageIndex ?? -1)?.Name;
        var earlier = _before?.Plan.Model.Stages.FirstOrDefault(stage =>
            name is null ? stage.Name is null && stage.Index == outcome.Step.StageIndex : stage.Name == name);
        if (earlier is not null && _before!.Steps.All(step => step.Step.StageIndex != earlier.Index || step.Status == StepStatus.Skipped))
        {
            return null;
        }

        var all = _before?.Steps.Where(step =>
            step.Step.Kind == StepKind.Cached && step.ParentId is not null && step.ParentId == outcome.ParentId
            && (step.ResultId is null || !_reused.Contains(step.ResultId))).ToList() ?? [];
        return all.Find(step =>
            step.Step.Instruction.Name == outcome.Step.Instruction.Name && step.Step.StageIndex == outcome.Step.StageIndex)
            ?? all.Find(step => step.Step.Instruction.Name == outcome.Step.Instruction.Name)
            ?? all.FirstOrDefault();
    }

    private (Cause, IReadOnlyList<Cause>)? SourceCause(StepOutcome outcome, StepOutcome? candidate)
    {
        for (var i = 0; i < outcome.Sources.Count; i++)
        {
            var use = outcome.Step.StageFiles[i];
            if (outcome.Sources[i] is not { Status: StepStatus.Rebuilt or StepStatus.Unknown, IsAskedAgain: false } source)
            {
                continue;
            }

            var input = outcome.Key.Inputs.Where(input => input.Kind is KeyInputKind.Stage or KeyInputKind.Image).ElementAt(i);
            var earlier = candidate?.Key.Inputs.Where(input => input.Kind is KeyInputKind.Stage or KeyInputKind.Image)
                .ElementAtOrDefault(i);
            if (earlier?.Value == input.Value && !input.IsUncertain)
            {
                continue;
            }

            var first = source;
            while (first.Parent is { Status: StepStatus.Rebuilt or StepStatus.Unknown, IsAskedAgain: false } above)
            {
                first = above;
            }

            var isOpen = FileDescription.IsOpen(input.Value ?? "");
            var text = source.Status == StepStatus.Unknown
                ? $"whether `{use.Path}` of stage `{use.Name}` is the same depends on line {first.Step.Line}"
                : isOpen ? $"`{use.Path}` of stage `{use.Name}` is made again since line {first.Step.Line} is rebuilt; if it comes out "
                    + "the same, this copy is still re-used"
                : $"`{use.Path}` of stage `{use.Name}` changes with line {first.Step.Line}";
            return (new Cause(CauseKind.Stage, text, first.Step.Line), Behind(first));
        }

        return null;
    }

    private static Cause Missing(int? line) => new(CauseKind.Export, "the imported cache knows this step without its result, since "
        + $"mode=min exports the target's own steps only, and {(line is { } user ? $"line {user}" : "the target")} needs it", line);

    private static Cause Assumed(KeyInput input, int line) => input.Kind switch
    {
        KeyInputKind.Remote => new Cause(
            CauseKind.Remote, $"`{input.Value}` is taken to answer what it did; --checksum would make sure", line),
        KeyInputKind.Image => new Cause(CauseKind.Image, $"image `{input.Shown}` is taken to be the same", line),
        _ => new Cause(CauseKind.Stage, $"the files of stage `{input.Shown}` are taken to be the same", line),
    };

    private static Cause Uncertain(KeyInput input, int line) => input.Kind switch
    {
        KeyInputKind.Files => new Cause(CauseKind.File, $"the content of `{input.Shown}` cannot be read", line),
        KeyInputKind.Image => new Cause(CauseKind.Image, $"whether image `{input.Shown}` is the same is not known without digests", line),
        _ => new Cause(CauseKind.Stage, $"whether the files of stage `{input.Shown}` are the same is not known", line),
    };
}
