using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>What each step of a plan is exposed to, and what stands behind it.</summary>
public sealed class LayerExposure
{
    private readonly LayerPlan _plan;
    private readonly Dictionary<int, Reach> _ends = [];
    private readonly List<List<int>> _next;
    private readonly int _contextFiles;

    private LayerExposure(LayerPlan plan)
    {
        _plan = plan;
        _next = [.. plan.Steps.Select(_ => new List<int>())];
        _contextFiles = plan.State.Context.Entries.Count(entry => entry.Kind != ContextEntryKind.Directory);
        Steps = Walk();
    }

    /// <summary>One entry for each step with a key, in the order of the plan.</summary>
    public IReadOnlyList<StepExposure> Steps { get; }

    /// <summary>The exposure of a plan; it reads sizes, and contents only as far as the plan has read them.</summary>
    public static LayerExposure Of(LayerPlan plan) => new(plan);

    private List<StepExposure> Walk()
    {
        var found = new List<StepExposure>();
        var position = new Reach();
        foreach (var step in _plan.Steps)
        {
            if (step.Kind == StepKind.Base)
            {
                position = Begin(step);
                _ends[step.StageIndex!.Value] = position;
            }
            else if (step.Kind == StepKind.Cached)
            {
                var (reach, exposure) = Visit(step, position);
                position = reach;
                _ends[step.StageIndex!.Value] = position;
                found.Add(exposure);
            }
        }

        return [.. found.Select(exposure => exposure with { Behind = CountBehind(exposure.Step.Index) })];
    }

    private Reach Begin(LayerStep step)
    {
        var stage = _plan.Bases[step.StageIndex!.Value];
        if (stage.StageIndex is { } below)
        {
            return _ends.GetValueOrDefault(below) ?? new Reach();
        }

        return stage.ImageName is null ? new Reach() : new Reach { Images = [stage.ImageName] };
    }

    private (Reach Reach, StepExposure Exposure) Visit(LayerStep step, Reach position)
    {
        // A folder is in the key for its mode, and no file.
        var files = step.Key.Inputs.SelectMany(input => input.Files).Where(IsFile).ToList();
        var arguments = step.Key.Inputs.Where(input => input.Kind == KeyInputKind.Argument).Select(input => input.Name).Distinct().ToList();
        var above = step.IsIndependent ? new Reach() : position;
        var own = new Reach
        {
            Files = Union(above.Files, files.Select(file => file.Path)),
            Arguments = Union(above.Arguments, arguments),
            Images = Union(above.Images, step.StageFiles.Select(use => use.ImageName).OfType<string>()),
            Last = step.Index,
        };
        foreach (var use in step.StageFiles.Where(use => use.StageIndex is not null))
        {
            if (_ends.TryGetValue(use.StageIndex!.Value, out var source))
            {
                own = own.With(source) with { Last = step.Index };
                Link(source.Last, step.Index);
            }
        }

        if (!step.IsIndependent)
        {
            Link(position.Last, step.Index);
        }

        var exposure = new StepExposure(step)
        {
            Files = files.Count,
            Bytes = files.Sum(file => file.Size),
            Arguments = arguments,
            Sources = [.. step.StageFiles.Select(use => use.Name).Distinct()],
            Unpinned = [.. step.Key.Inputs.Where(input => input is { Kind: KeyInputKind.Remote, IsUncertain: true })
                .Select(input => input.Value!)],
            ReadsWholeContext = _contextFiles > 0
                && step.Key.Inputs.Any(input => input.Kind == KeyInputKind.Files && input.Files.Count(IsFile) == _contextFiles),
            ReachedFiles = own.Files.Count,
            ReachedArguments = [.. own.Arguments.Order(StringComparer.Ordinal)],
            ReachedImages = [.. own.Images.Order(StringComparer.Ordinal)],
        };

        // What comes behind an independent step builds on it and on what was there before.
        return (step.IsIndependent ? own.With(position) with { Last = step.Index, Also = position } : own, exposure);

        void Link(int? from, int to)
        {
            if (from is { } index)
            {
                _next[index].Add(to);
            }

            for (var also = position.Also; also is not null && from == position.Last && !step.IsIndependent; also = also.Also)
            {
                if (also.Last is { } earlier)
                {
                    _next[earlier].Add(to);
                }
            }
        }
    }

    private bool IsFile(SelectedFile file) => _plan.State.Context.Find(file.Path) is not { Kind: ContextEntryKind.Directory };

    private int CountBehind(int index)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<int>([index]);
        while (pending.TryPop(out var step))
        {
            foreach (var next in _next[step].Where(seen.Add))
            {
                pending.Push(next);
            }
        }

        return seen.Count;
    }

    // Large sets are shared between the steps that add nothing to them.
    private static HashSet<string> Union(HashSet<string> set, IEnumerable<string> more)
    {
        var added = more.Where(item => !set.Contains(item)).ToList();
        return added.Count == 0 ? set : [.. set, .. added];
    }

    private sealed record Reach
    {
        internal HashSet<string> Files { get; init; } = [];

        internal HashSet<string> Arguments { get; init; } = [];

        internal HashSet<string> Images { get; init; } = [];

        internal int? Last { get; init; }

        internal Reach? Also { get; init; }

        internal Reach With(Reach other) => this with
        {
            Files = Union(Files, other.Files),
            Arguments = Union(Arguments, other.Arguments),
            Images = Union(Images, other.Images),
        };
    }
}
