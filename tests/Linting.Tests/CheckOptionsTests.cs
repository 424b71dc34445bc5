using Dockerlint.Linting;
using Xunit;

namespace Dockerlint.Tests;

public sealed class CheckOptionsTests
{
    [Theory]
    [InlineData("skip=A,B", "A", true)]
    [InlineData("skip=A,B", "a", false)]
    [InlineData("skip=all", "Anything", true)]
    [InlineData("skip=A // because", "A", true)]
    [InlineData("skip=A, B", "B", false)] // cut at the first space
    [InlineData("skip=A;skip=B", "A", false)] // the last one counts
    [InlineData("skip=A;error=true;experimental=C", "A", true)]
    [InlineData("", "A", false)]
    public void Checks_are_skipped_by_name(string value, string name, bool skipped) =>
        Assert.Equal(skipped, CheckOptions.TryParse(value)!.Skips(name));

    [Theory]
    [InlineData("SKIP=A")]
    [InlineData("skip")]
    [InlineData("skip=A;")]
    [InlineData("error=yes")]
    [InlineData("skip=A;experimental=B;error=true;skip=C")] // the third part is the last
    public void What_the_engine_rejects_is_no_value(string value) => Assert.Null(CheckOptions.TryParse(value));

    [Theory]
    [InlineData("error=true", true)]
    [InlineData("error=T", true)]
    [InlineData("error=0", false)]
    [InlineData("skip=A;error=1", true)]
    public void Findings_can_be_made_errors(string value, bool isError) => Assert.Equal(isError, CheckOptions.TryParse(value)!.IsError);

    [Fact]
    public void A_comment_adds_to_the_directive_but_makes_no_errors()
    {
        var merged = CheckOptions.TryParse("skip=A")!.MergedWith(CheckOptions.TryParse("skip=B;experimental=C;error=true")!);
        Assert.True(merged.Skips("A") && merged.Skips("B") && merged.Names("C"));
        Assert.False(merged.IsError);
    }
}
