using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Linting;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Optimizer;

/// <summary>Changes what a budget is about, in thought, and compares what is rebuilt with what it allows.</summary>
public sealed class BudgetCheck
{
    private readonly BuildState _state;
    private readonly string _path;
    private readonly StepTimer _timer;
    private readonly Func<IgnoreRules, bool> _exists;
    private readonly CacheReach _reach;

    private BudgetCheck(BuildState state, string path, StepTimer timer, Func<IgnoreRules, bool> exists, CacheReach reach) =>
        (_state, _path, _timer, _exists, _reach) = (state, path, timer, exists, reach);

    /// <summary>The findings of all entries, in the order of the entries.</summary>
    /// <param name="budgets">The entries.</param>
    /// <param name="state">The build.</param>
    /// <param name="path">The path of the budget file, for messages.</param>
    /// <param name="timer">How long steps take.</param>
    /// <param name="exists">Whether there is a file that rules fit, in the context or among what .dockerignore keeps out of it.</param>
    /// <param name="reach">What a build finds of the build before.</param>
    public static IReadOnlyList<Diagnostic> Run(
        IReadOnlyList<CacheBudget> budgets, BuildState state, string path, StepTimer timer, Func<IgnoreRules, bool> exists,
        CacheReach reach = CacheReach.Warm)
    {
        ArgumentNullException.ThrowIfNull(budgets);
        var check = new BudgetCheck(state, path, timer, exists, reach);
        return [.. budgets.SelectMany(check.Check)];
    }

    private IEnumerable<Diagnostic> Check(CacheBudget budget)
    {
        var matched = _state.Context.Entries.Any(entry => entry.Kind != ContextEntryKind.Directory && budget.Files.Excludes(entry.Path));
        if (budget.Change.Count > 0 && !matched && !_exists(budget.Files))
        {
            yield return Report(BudgetRules.Unmatched, First(), $"no file fits {string.Join(" or ", budget.Change)}: {Place(budget)} "
                + "checks nothing", []);
            yield break;
        }

        var trace = InvalidationTrace.Between(With(budget, "1"), Changed(budget), _reach);
        var rebuilt = trace.Steps.Where(step =>
            step.Step.Kind == StepKind.Cached && step.Likely is StepStatus.Rebuilt or StepStatus.Unknown).ToList();
        foreach (var (lost, limit) in Limits(budget, trace, rebuilt))
        {
            var root = lost[0];
            var why = root.Chain.Count > 0 ? root.Chain[^1].Detail : root.Cause?.Detail;
            yield return Report(BudgetRules.Exceeded, root.Step.Instruction,
                $"{root.Step.Instruction.Name} is done again when only {budget.Shown} "
                    + $"{(budget.Change.Count + budget.Arguments.Count == 1 ? "changes" : "change")} ({why}), but {limit} "
                    + $"({Place(budget)})",
                [.. lost.Skip(1).Where(step => !step.Step.IsTrigger)
                    .Select(step => new RelatedSpan(Head(step.Step.Instruction), "this is done again too"))]);
        }
    }

    private IEnumerable<(List<StepTrace> Lost, string Limit)> Limits(CacheBudget budget, InvalidationTrace trace, List<StepTrace> rebuilt)
    {
        if (budget.KeepLine is { } line && rebuilt.Where(step => step.Step.Line <= line).ToList() is [_, ..] above)
        {
            yield return (above, string.Create(CultureInfo.InvariantCulture, $"steps up to line {line} must stay"));
        }

        if (budget.KeepStage is { } stage && rebuilt.Where(step => NameOf(trace, step) == stage).ToList() is [_, ..] own)
        {
            yield return (own, $"stage {stage} must stay");
        }

        if (budget.KeepText is { } text && rebuilt.Where(step => IsUpTo(trace, step.Step, text)).ToList() is [_, ..] upTo)
        {
            yield return (upTo, $"{text} and what is above it must stay");
        }

        if (budget.MostSteps is { } most && rebuilt.Count > most)
        {
            yield return (
                rebuilt, string.Create(CultureInfo.InvariantCulture,
                $"{rebuilt.Count} {(rebuilt.Count == 1 ? "step is" : "steps are")} rebuilt where {(most == 0 ? "none" : most)} may be"));
        }

        var seconds = rebuilt.Sum(step => _timer(trace.Plan, step.Step).Seconds);
        if (budget.MostSeconds is { } allowed && seconds > allowed)
        {
            var isEstimate = rebuilt.Exists(step => _timer(trace.Plan, step.Step).IsEstimate);
            yield return (
                rebuilt, string.Create(CultureInfo.InvariantCulture,
                $"rebuilding takes {seconds:0.#} s{(isEstimate ? " (estimate)" : "")} where {allowed:0.#} s are allowed"));
        }
    }

    /// <summary>What an entry names that the Dockerfile does not have; null when it has all.</summary>
    /// <param name="budget">The entry.</param>
    /// <param name="plan">The plan of the build.</param>
    public static string? Missing(CacheBudget budget, LayerPlan plan)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(plan);
        return budget.KeepStage is { } stage && !plan.Model.Stages.Any(candidate =>
            (candidate.Name ?? candidate.Index.ToString(CultureInfo.InvariantCulture)) == stage) ? $"the Dockerfile has no stage {stage}"
            : budget.KeepText is { } text && !plan.Steps.Any(step => Has(step, text)) ? $"no instruction of the Dockerfile has {text}"
            : budget.Arguments.FirstOrDefault(argument =>
                !plan.Steps.Any(step =>
                step.Instruction is ArgInstruction arg && arg.Pairs.Any(pair => pair.Key.LiteralValue == argument))) is { } unknown
                ? $"the Dockerfile has no ARG {unknown}"
            : null;
    }

    private static bool IsUpTo(InvalidationTrace trace, LayerStep step, string text) =>
        trace.Plan.Steps.Any(other => other.StageIndex == step.StageIndex && other.Index >= step.Index && Has(other, text));

    private static bool Has(LayerStep step, string text) =>
        string.Join(' ', step.Instruction.LogicalLine.Text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Contains(text, StringComparison.Ordinal);

    private static string? NameOf(InvalidationTrace trace, StepTrace step) => step.Step.StageIndex is { } index
        ? trace.Plan.Model.Stages[index].Name ?? index.ToString(CultureInfo.InvariantCulture)
        : null;

    private string Place(CacheBudget budget) =>
        string.Create(CultureInfo.InvariantCulture, $"{_path}:{budget.Line}{(budget.Name is { } name ? ": " + name : "")}");

    private BuildState Changed(CacheBudget budget) => With(budget, "2") with
    {
        Context = ContextManifest.FromFiltered(
            _state.Context.Entries.Select(entry => entry.Kind == ContextEntryKind.Directory || !budget.Files.Excludes(entry.Path) ? entry
            : entry.Kind == ContextEntryKind.File ? entry with { Content = ContextContent.FromDigest("changed " + entry.Path) }
            : entry with { LinkTarget = entry.LinkTarget + "-changed" })),
    };

    private BuildState With(CacheBudget budget, string value) => _state with
    {
        Settings = _state.Settings with
        {
            BuildArguments =
            _state.Settings.BuildArguments.SetItems(budget.Arguments.Select(name => KeyValuePair.Create(name, value)))
        },
    };

    private InstructionSyntax First() => _state.Dockerfile.Root.Instructions.First(instruction => instruction is FromInstruction);

    private Diagnostic Report(RuleInfo rule, InstructionSyntax instruction, string message, IReadOnlyList<RelatedSpan> related) =>
        new(rule.Id, rule.DefaultSeverity, message, ReferenceEquals(instruction.Source, _state.Dockerfile.Source) ? Head(instruction)
            : Head(First()))
        { RelatedSpans = related };

    private static Text.TextSpan Head(InstructionSyntax instruction) => instruction.Keyword.Span;
}
