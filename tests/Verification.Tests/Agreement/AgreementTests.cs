using System.Globalization;
using CsCheck;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Random pairs of builds: what the cache model predicts and what a real engine does must be the same at every step.</summary>
public sealed class AgreementTests
{
    // More on demand: DOCKERLINT_AGREEMENT_PAIRS=300.
    private static int Pairs =>
        int.TryParse(Environment.GetEnvironmentVariable("DOCKERLINT_AGREEMENT_PAIRS"), NumberStyles.None, CultureInfo.InvariantCulture,
        out var n) ? n : 40;

    [Fact]
    public Task BuildKit_of_today_does_what_is_predicted() => RunAsync("modern", Builder.BuildKit, Pairs);

    [Fact]
    public Task The_classic_builder_does_what_is_predicted() => RunAsync("classic", Builder.Classic, Pairs);

    private static async Task RunAsync(string kind, Builder builder, int pairs)
    {
        (await TestEngine.OpenAsync(kind)).Connection.Dispose();
        var compared = 0;
        await new DraftGenerator(builder).Pairs.SampleAsync(
            async pair => compared += await CompareAsync(kind, builder, pair.Before, pair.After),
            iter: pairs,
            threads: 1,
            print: pair => $"\n{pair.Before}\n=== after ===\n{pair.After}\n",
            seed: Environment.GetEnvironmentVariable("DOCKERLINT_AGREEMENT_SEED"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} steps compared");
        Assert.True(compared > pairs, $"only {compared} steps of {pairs} pairs could be compared");
    }

    private static async Task<int> CompareAsync(string kind, Builder builder, BuildDraft before, BuildDraft after)
    {
        await using var engine = await TestEngine.OpenAsync(kind);
        var cancellation = TestContext.Current.CancellationToken;
        var (first, earlier) = await before.PrepareAsync(engine, builder);
        var earliest = await engine.Builder.BuildAsync(first, cancellation);
        var (second, state) = await after.PrepareAsync(engine, builder);
        var observation = await engine.Builder.BuildAsync(second, cancellation);
        var trace = InvalidationTrace.Between(earlier, state);
        var observed = StepMatcher.Match(trace.Plan, observation);
        var verdicts = trace.Steps.Select((step, i) => new StepVerdict(step, observed[i])).ToList();

        // A command that fails cannot be foreseen, and then it is not known what the first build left. What the model says fails must fail.
        // BuildKit builds stages side by side, so what it had done before it failed is chance.
        var firstPlan = LayerPlan.Create(earlier);
        var isForeseen = earliest.Error is null == firstPlan.Steps.All(step => step.Failure is null)
            && (earliest.Error is null || (builder == Builder.Classic
                && firstPlan.Steps.Zip(StepMatcher.Match(firstPlan, earliest))
                    .All(pair => pair.First.Failure is not null || pair.Second?.Error is null)));
        var isWrong = verdicts.Exists(verdict => verdict.IsDisagreement)
            || (observation.Error is null && trace.Plan.Steps.Any(step => step.Failure is not null));
        isWrong &= isForeseen;

        // For a search: every pair goes to a file, and a disagreement does not end the run.
        if (Environment.GetEnvironmentVariable("DOCKERLINT_AGREEMENT_LOG") is { Length: > 0 } log)
        {
            await File.AppendAllTextAsync(
                log, $"#### pair{(isWrong ? " WRONG" : isForeseen ? "" : " unforeseen " + earliest.Error)}\n{before}\n=== after "
                + $"===\n{after}\n{Show(verdicts, observation)}\n\n", cancellation);
        }
        else
        {
            Assert.False(isWrong, Show(verdicts, observation));
        }

        return isForeseen ? verdicts.Count(verdict => verdict.IsComparable) : 0;
    }

    private static string Show(IEnumerable<StepVerdict> verdicts, BuildObservation observation) =>
        string.Join('\n', verdicts.Select(verdict =>
            $"{(verdict.IsDisagreement ? "!!" : "  ")} {verdict.Step.Line,3} "
                + $"{verdict.Trace.Status,-9}{(verdict.Trace.Certainty == StepCertainty.Certain ? " " : "?")} "
                + $"{(verdict.Observed is null ? "-" : verdict.Observed.Error is not null ? "failed" : verdict.Observed.IsCached ? "cached" : verdict.Observed.IsComplete ? "done" : "not done"),-8} {verdict.Step.Instruction.LogicalLine.Text.Trim()}   {verdict.Trace.Cause?.Detail}"))
        + $"\n{observation.Error}\n" + string.Join('\n', observation.Steps.Select(step => "   "
            + $"{(step.IsCached ? "C" : " ")}{step.Name.ReplaceLineEndings(" ")}"));
}
