using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>No rule looks at everything again for each part of a file. Counted are allocated bytes, which are the same on every machine.</summary>
public sealed class GrowthTests
{
    public static TheoryData<string> Names => [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Four_times_as_much_costs_about_four_times_as_much(string name)
    {
        var linter = new Linter(RuleCatalog.For(Profiles.Strict));
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
}
