using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

public sealed class OwnMarkTests
{
    private const string Run = "0123456789abcdef";

    [Fact]
    public void What_a_run_makes_is_recognised()
    {
        var run = OwnMark.NewRun();
        Assert.True(OwnMark.IsContainer(run, ["/" + OwnMark.Container(run, 3)]));
        Assert.Equal([OwnMark.Image(run, 1), OwnMark.Probe(run)], OwnMark.Images(run, [OwnMark.Image(run, 1), OwnMark.Probe(run)]));
    }

    [Fact]
    public void The_label_alone_makes_nothing_ours()
    {
        Assert.False(OwnMark.IsContainer(Run, ["/db"]));
        Assert.False(OwnMark.IsContainer(Run, null));
        Assert.False(OwnMark.IsContainer(Run, ["/" + OwnMark.Container("fedcba9876543210", 1)]));
        Assert.Empty(OwnMark.Images(Run, []));
        Assert.Empty(OwnMark.Images(Run, ["shop:1", OwnMark.Image("fedcba9876543210", 1)]));
    }

    [Fact]
    public void A_name_that_somebody_gave_to_an_image_of_ours_is_not_taken_away() =>
        Assert.Equal([OwnMark.Image(Run, 2)], OwnMark.Images(Run, ["shop:kept", OwnMark.Image(Run, 2)]));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("x")]
    [InlineData("0123456789ABCDEF")]
    public void A_label_that_no_run_has_makes_nothing_ours(string? run)
    {
        Assert.False(OwnMark.IsContainer(run, [$"/dockerlint-{run}-1"]));
        Assert.Empty(OwnMark.Images(run, [$"dockerlint-run:{run}-1", $"dockerlint-probe:{run}"]));
    }
}
