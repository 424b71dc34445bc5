using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// No rule looks at everything again for each part of a file. Counted are allocated bytes, which are the same on every machine.
/// </summary>
public sealed class GrowthTests
{
    public static TheoryData<string> Names => [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Four_times_as_much_costs_about_four_times_as_much(string name)
    {
        var linter = new Linter(RuleCatalog.For(Profile.Strict));
        long Cost(int parts)
        {
            var source = SourceText.From(HostileFiles.All[name](parts));
            linter.Lint(source);
            var before = GC.GetAllocatedBytesForCurrentThread();
            linter.Lint(source);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var (one, four) = (Cost(200), Cost(800));
        Assert.True(four < 5.5 * one, $"{one:N0} bytes become {four:N0}");
    }

    /// <summary>
    /// Work that allocates nothing is counted by the clock. Each of these took from half a minute to many minutes when something was looked
    /// at
    /// again for each part; the limit is far above what a slow machine needs.
    /// </summary>
    [Theory]
    [InlineData("one COPY of many files", 30_000)]
    [InlineData("one COPY of one file many times", 60_000)]
    [InlineData("a chain of stages and nothing else", 15_000)]
    [InlineData("a chain of stages that are images, too", 10_000)]
    [InlineData("settings that follow each other", 15_000)]
    [InlineData("RUNs that change the folder", 30_000)]
    [InlineData("stages from one with many triggers", 8_000)]
    public void A_large_file_takes_seconds_not_minutes(string name, int parts)
    {
        var linter = new Linter(RuleCatalog.For(Profile.Strict));
        var source = SourceText.From(HostileFiles.All[name](parts));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        linter.Lint(source);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{source.Length:N0} characters took {clock.Elapsed}");
    }
}
