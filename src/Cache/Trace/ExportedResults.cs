namespace Dockerlint.Cache;

/// <summary>
/// What a builder that begins empty has to do again because mode=min exports the results of one chain of stages only: the steps whose
/// keys it finds, but whose files somebody asks for. (BuildKit's solver/exporter.go, and solver/edge.go for what is asked for.)
/// </summary>
internal sealed class ExportedResults
{
    private readonly BuildOutcome _after;
    private readonly HashSet<string> _exported;
    private readonly ILookup<int, StepOutcome> _stages;
    private readonly HashSet<StepOutcome> _run = [];
    private readonly Dictionary<int, int?> _wanted = [];
    private readonly Dictionary<int, bool> _dirty = [];
    private readonly bool _countsOpen;

    private ExportedResults(BuildOutcome before, BuildOutcome after, bool countsOpen)
    {
        (_after, _countsOpen) = (after, countsOpen);
        var chain = before.Plan.Model.Target?.Chain.Select(stage => stage.Index).ToHashSet() ?? [];
        _exported =
        [
            .. before.Steps.Where(step => step.Step.StageIndex is { } index && chain.Contains(index)).Select(step => step.ResultId)
                .OfType<string>(),
        ];
        _stages = after.Steps.Where(step => step.Step.Kind == StepKind.Cached).ToLookup(step => step.Step.StageIndex!.Value);
    }

    /// <summary>The steps that are done again although their keys are found, each with the line of what needs it first.</summary>
    /// <param name="before">The build that exported.</param>
    /// <param name="after">The build that imports, as if all results were there.</param>
    internal static IReadOnlyDictionary<int, MissingResult> Find(BuildOutcome before, BuildOutcome after)
    {
        var certain = new ExportedResults(before, after, countsOpen: false).Run();
        return new ExportedResults(before, after, countsOpen: true).Run().ToDictionary(
            pair => pair.Key,
            pair => new MissingResult(pair.Value, certain.ContainsKey(pair.Key) ? StepCertainty.Certain : StepCertainty.Open));
    }

    /// <summary>Whether the result of a step was exported.</summary>
    internal static bool Has(BuildOutcome before, StepOutcome step) =>
        new ExportedResults(before, before, countsOpen: false)._exported.Contains(step.ResultId ?? "");

    private Dictionary<int, int?> Run()
    {
        _run.UnionWith(_stages.SelectMany(stage => stage).Where(IsMiss));
        var missing = new Dictionary<int, int?>();
        if (_after.Plan.Model.Target is { } target && EndOf(target.Index) is { } end && !IsThere(end))
        {
            _wanted[target.Index] = null;
        }

        int before;
        do
        {
            before = _run.Count + _wanted.Count;
            foreach (var step in _stages.SelectMany(stage => stage))
            {
                foreach (var source in step.Step.StageFiles.Select(use => use.StageIndex).OfType<int>())
                {
                    if (_run.Contains(step) || IsDirty(source))
                    {
                        _wanted.TryAdd(source, step.Step.Line);
                    }
                }
            }

            foreach (var stage in _stages.Where(stage => stage.Any(_run.Contains)))
            {
                // What runs stands on what is above it.
                var last = stage.Last(_run.Contains);
                Ask(stage.TakeWhile(step => step != last), last.Step.Line, missing);
                WantBase(stage.Key, last.Step.Line);
            }

            foreach (var (stage, line) in _wanted.ToList())
            {
                Ask(_stages[stage], line, missing);
                WantBase(stage, line);
            }
        }
        while (before != _run.Count + _wanted.Count);
        return missing;
    }

    private void Ask(IEnumerable<StepOutcome> steps, int? line, Dictionary<int, int?> missing)
    {
        foreach (var step in steps.Where(step => !IsThere(step) && step.Status == StepStatus.Reused).Where(_run.Add))
        {
            missing[step.Step.Index] = line;
        }
    }

    private void WantBase(int stage, int? line)
    {
        if (_after.Plan.Bases[stage].StageIndex is { } below)
        {
            _wanted.TryAdd(below, line);
        }
    }

    private StepOutcome? EndOf(int stage) =>
        _stages[stage].LastOrDefault() ?? (_after.Plan.Bases[stage].StageIndex is { } below ? EndOf(below) : null);

    private bool IsThere(StepOutcome step) => step.ResultId is { } result && _exported.Contains(result);

    private bool IsMiss(StepOutcome step) =>
        step is { Status: StepStatus.Rebuilt, IsAskedAgain: false, IsMissing: false }
            && (_countsOpen || step.Certainty != StepCertainty.Open);

    // Whether the definition of a stage, or of what it takes from, differs, so that its files must be compared.
    private bool IsDirty(int stage)
    {
        if (!_dirty.TryGetValue(stage, out var isDirty))
        {
            isDirty = _stages[stage].Any(IsMiss)
                || _stages[stage].SelectMany(step => step.Step.StageFiles).Select(use => use.StageIndex).OfType<int>().Any(IsDirty)
                || (_after.Plan.Bases[stage].StageIndex is { } below && IsDirty(below));
            _dirty[stage] = isDirty;
        }

        return isDirty;
    }
}
