using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

public sealed class MeasuredCaseTests
{
    [Fact]
    public void Every_measured_step_is_predicted_as_the_engine_did_it()
    {
        Assert.SkipWhen(MeasuredCase.Missing is not null, MeasuredCase.Missing ?? "");
        var verdicts = MeasuredCase.All.Where(measured => measured.OutOfScope is null).Select(CaseVerdict.Of).ToList();
        var wrong = verdicts.SelectMany(verdict => verdict.Disagreements).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} disagreements\n{string.Join('\n', wrong)}");
        var unknown = verdicts.Count(verdict => verdict.Unknown > 0);
        Assert.True(verdicts.Sum(verdict => verdict.Judged) > verdicts.Count, "the cases hold hardly any step to compare");
        Assert.True(unknown * 100 <= verdicts.Count * 3, $"{unknown} of {verdicts.Count} cases have an unknown step");
    }

    [Fact]
    public void Every_step_of_an_imported_cache_of_another_store_or_platform_is_predicted_as_the_engine_did_it()
    {
        Assert.SkipWhen(MeasuredCase.Missing is not null, MeasuredCase.Missing ?? "");
        var verdicts = MeasuredCase.Remote.Where(measured => measured.OutOfScope is null).Select(CaseVerdict.Of).ToList();
        var wrong = verdicts.SelectMany(verdict => verdict.Disagreements).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} disagreements\n{string.Join('\n', wrong)}");
        Assert.True(verdicts.Sum(verdict => verdict.Judged) > verdicts.Count, "the cases hold hardly any step to compare");
        var unknown = verdicts.Count(verdict => verdict.Unknown > 0);
        Assert.True(unknown * 100 <= verdicts.Count * 3, $"{unknown} of {verdicts.Count} cases have an unknown step");
    }

    [Fact]
    public void The_table_of_accuracy_is_current()
    {
        Assert.SkipWhen(MeasuredCase.Missing is not null, MeasuredCase.Missing ?? "");
        Snapshot.MatchDocument(AccuracyTable.Of(MeasuredCase.All, MeasuredCase.Remote), "docs", "cache-accuracy.md");
    }
}
