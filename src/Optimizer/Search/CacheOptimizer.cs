using Dockerlint.Cache;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Optimizer;

/// <summary>
/// Searches for orders and splits of steps that keep the image and let builds reuse more: step by step the change that saves most
/// on the history, until none saves anything.
/// </summary>
public sealed class CacheOptimizer
{
    private const int MostRounds = 12;
    private const int MostPairs = 4;

    // Steps times commits that the search evaluates before it is content with what it has.
    private const int MostWork = 250_000;
    private const int LeastReplays = 12;
    private const double LeastGain = 1e-6;

    // How much of a compilation that fetches its dependencies is the fetching; the estimates say the same.
    private const double FetchingShare = 0.4;

    private readonly OptimizerInput _input;
    private readonly Dictionary<string, StepTime> _times = new(StringComparer.Ordinal);
    private readonly ReplayOptions _options;
    private int _replaysLeft;

    private CacheOptimizer(OptimizerInput input)
    {
        _input = input;
        var tree = DockerfileParser.Parse(input.Dockerfile);
        _replaysLeft = Math.Max(LeastReplays, MostWork / Math.Max(1, input.Commits.Count * tree.Root.Instructions.Count()));
        _options = input.Options with
        {
            VolatileArguments = [.. input.Options.VolatileArguments.Union(VolatileArguments.Of(tree))],
            Timer = Time
        };
        if (input.Options.Timer is { } timer)
        {
            var plan = LayerPlan.Create(new BuildState(tree, input.Context, _options.Settings) { Images = _options.Images });
            foreach (var step in plan.Steps.Where(step => step.Kind == StepKind.Cached))
            {
                _times.TryAdd(step.Instruction.LogicalText, timer(plan, step));
            }
        }
    }

    /// <summary>Searches; a Dockerfile with errors has no proposals.</summary>
    public static Optimization Run(OptimizerInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new CacheOptimizer(input).Search();
    }

    private Optimization Search()
    {
        var text = _input.Dockerfile;
        var before = Replay(text);
        var current = before;
        var taken = new List<Proposal>();
        var rejected = new Dictionary<string, Proposal>(StringComparer.Ordinal);
        for (var round = 0; round < MostRounds; round++)
        {
            var candidates = Candidates(text).TakeWhile(_ => _replaysLeft-- > 0).Select(proposal => Measure(proposal, current))
                .Where(pair => IsBetter(pair.Proposal)).ToList();
            foreach (var (doubtful, _) in candidates.Where(pair => pair.Proposal.Doubt is not null))
            {
                rejected.TryAdd(doubtful.Title + doubtful.Doubt, doubtful);
            }

            if (Best(candidates) is { Proposal: { } best } chosen)
            {
                taken.Add(best);
                (text, current) = (best.After, chosen.Replay);
            }
            else if (Pair(text, current) is var ((first, _), (second, replay)))
            {
                taken.AddRange([first, second]);
                (text, current) = (second.After, replay);
            }
            else
            {
                break;
            }
        }

        taken = [.. WithColdRunner(taken)];
        foreach (var mount in CacheMounts(text))
        {
            taken.Add(mount with
            {
                HitRateBefore = current.HitRate,
                HitRateAfter = current.HitRate,
                LostBefore = current.LostPerHundred,
                LostAfter = current.LostPerHundred
            });
            text = mount.After;
        }

        var history = HistoryReplay.Run(_input.Commits, _input.Options with { Dockerfile = null });
        var (ignored, spared) = IgnoreSearch.Find(_input, text, current, _options);
        return new Optimization(_input.Dockerfile, text, taken, [.. rejected.Values], history, before, current)
        {
            Ignored = ignored,
            ReplayIgnored = spared,
        };
    }

    // What the same changes do where every build begins with nothing but what the one before exported.
    private IEnumerable<Proposal> WithColdRunner(IReadOnlyList<Proposal> taken)
    {
        if (taken.Count == 0 || _input.Commits.Count == 0)
        {
            return taken;
        }

        var lost = Cold(_input.Dockerfile);
        var measured = new List<Proposal>();
        foreach (var proposal in taken)
        {
            var after = Cold(proposal.After);
            measured.Add(proposal with { ColdBefore = lost, ColdAfter = after });
            lost = after;
        }

        return measured;

        double Cold(SourceText text) => HistoryReplay.Run(_input.Commits, _options with
        {
            Dockerfile = DockerfileParser.Parse(text),
            Reach = CacheReach.TargetChain,
        }).LostPerHundred;
    }

    private static (Proposal Proposal, HistoryReplay Replay)? Best(IEnumerable<(Proposal Proposal, HistoryReplay Replay)> candidates) =>
        candidates.Where(pair => pair.Proposal.Doubt is null).OrderBy(pair => pair.Proposal.LostAfter).ThenBy(pair => pair.Proposal.Line)
            .Select(pair => ((Proposal, HistoryReplay)?)pair).FirstOrDefault();

    // Two changes that help together and neither alone: a commit declared above a copy hides what an order below it would save.
    private ((Proposal Proposal, HistoryReplay Replay) First, (Proposal Proposal, HistoryReplay Replay) Second)? Pair(
        SourceText text, HistoryReplay current)
    {
        foreach (var first in Candidates(text).Where(proposal => proposal.Doubt is null).Take(MostPairs).TakeWhile(_ => _replaysLeft-- > 0)
            .Select(proposal => Measure(proposal, current))
            .Where(pair => pair.Proposal.LostAfter <= current.LostPerHundred + LeastGain))
        {
            var seconds = Candidates(first.Proposal.After).Where(proposal => proposal.Doubt is null && proposal.After.Text != text.Text)
                .Take(MostPairs).TakeWhile(_ => _replaysLeft-- > 0)
                .Select(proposal => Measure(proposal, first.Replay))
                    .Where(pair => pair.Proposal.LostAfter < current.LostPerHundred - LeastGain);
            if (Best(seconds) is { } second)
            {
                return (first, second);
            }
        }

        return null;
    }

    // Without a build in the history, every change that is known to help counts as one that does.
    private static bool IsBetter(Proposal proposal) =>
        proposal.HitRateBefore is null || proposal.LostAfter < proposal.LostBefore - LeastGain;

    private (Proposal Proposal, HistoryReplay Replay) Measure(Proposal proposal, HistoryReplay current)
    {
        var replay = Replay(proposal.After);
        return (proposal with
        {
            HitRateBefore = current.HitRate,
            HitRateAfter = replay.HitRate,
            LostBefore = current.LostPerHundred,
            LostAfter = replay.Built < current.Built ? double.PositiveInfinity : replay.LostPerHundred,
        }, replay);
    }

    private HistoryReplay Replay(SourceText text) =>
        HistoryReplay.Run(_input.Commits, _options with { Dockerfile = DockerfileParser.Parse(text) });

    // What was measured for a step that is now in two goes to both: nobody knows how much to which, and an estimate says so.
    private StepTime Time(LayerPlan plan, LayerStep step)
    {
        if (step.Instruction is not RunInstruction run || step.StageIndex is not { } index)
        {
            return _times.TryGetValue(step.Instruction.LogicalText, out var copied) ? copied : EstimatedTimes.Of(plan, step);
        }

        var stage = plan.Model.Stages[index];
        if (_times.TryGetValue(run.LogicalText, out var time) && !time.IsEstimate)
        {
            return Splits(plan.Model, stage, run, isBefore: true) is null ? time : new StepTime(time.Seconds * (1 - FetchingShare), true);
        }

        return time.Seconds == 0 && Splits(plan.Model, stage, run, isBefore: false) is { } whole
            ? new StepTime(whole.Seconds * FetchingShare, true) : EstimatedTimes.Of(plan, step);
    }

    // The measured time of a step that was split: seen from what is left of it, a new step for the same tool stands before it; seen
    // from the new step, it stands behind.
    private StepTime? Splits(BuildModel model, Stage stage, RunInstruction run, bool isBefore)
    {
        var tools = Tools(model, run);
        var others = stage.Steps.Select(other => other.Instruction).OfType<RunInstruction>()
            .Where(other => isBefore ? other.Span.Start < run.Span.Start : other.Span.Start > run.Span.Start);
        foreach (var other in others.Where(other => Tools(model, other).Overlaps(tools)))
        {
            var isMeasured = _times.TryGetValue(other.LogicalText, out var time);
            if (isBefore ? !isMeasured : isMeasured && !time.IsEstimate)
            {
                return time;
            }
        }

        return null;
    }

    private static HashSet<string> Tools(BuildModel model, RunInstruction run) =>
        [.. model.InvocationsOf(run).Select(InstallReader.Read).OfType<DependencyInstall>().Select(install => install.Ecosystem)];

    private List<Proposal> Candidates(SourceText text)
    {
        var tree = DockerfileParser.Parse(text);
        if (tree.Errors.Count > 0)
        {
            return [];
        }

        var model = BuildModel.Create(tree, _options.Settings.ToBuildOptions());
        return
        [
            .. ManifestMoves.Find(text, model, _input),
            .. model.Stages.SelectMany(stage => CopySplits.Find(model, stage, _input)),
            .. model.Stages.SelectMany(stage => DeclarationMoves.Find(model, stage)),
            .. model.Stages.SelectMany(stage => RunMoves.Find(model, stage)),
        ];
    }

    private static List<Proposal> CacheMounts(SourceText text)
    {
        var found = new List<Proposal>();
        if (DockerfileParser.Parse(text).Errors.Count > 0)
        {
            return found;
        }

        var linter = new Linter([new MissingCacheMount()], LintConfig.Default);
        while (linter.Lint(text).FirstOrDefault(finding => finding.Fixes.Count > 0) is { } finding && found.Count < MostRounds)
        {
            var line = text.Lines.GetLine(finding.Span.Start);
            text = LineMove.Apply(text, finding.Fixes[0].Edits);
            found.Add(new Proposal("keep the downloads of this step in a cache mount", line, text,
                "the mount holds what the tool can make again, and no other step reads it")
            { KeepsHitRate = true });
        }

        return found;
    }
}
