using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Linting;

public class EditSetTests
{
    private static TextEdit Edit(int start, int length, string text) => new(new TextSpan(start, length), text);

    [Fact]
    public void Edits_are_sorted_and_applied()
    {
        Assert.True(EditSet.TryCreate([Edit(5, 6, "debian"), Edit(0, 4, "from"), Edit(11, 0, ":12")], out var set));
        Assert.Equal([0, 5, 11], set.Edits.Select(e => e.Span.Start));
        Assert.Equal("from debian:12\n", set.Apply("FROM alpine\n"));
    }

    [Fact]
    public void Equal_edits_are_one()
    {
        Assert.True(EditSet.TryCreate([Edit(1, 0, "x"), Edit(1, 0, "x")], out var set));
        Assert.Equal("axb", set.Apply("ab"));
    }

    [Fact]
    public void Insertion_may_touch_a_replacement()
    {
        Assert.True(EditSet.TryCreate([Edit(1, 1, "B"), Edit(1, 0, "x"), Edit(2, 0, "y")], out var set));
        Assert.Equal("axByc", set.Apply("abc"));
    }

    [Fact]
    public void Empty_set_changes_nothing() => Assert.Equal("abc", EditSet.Empty.Apply("abc"));

    [Theory]
    [InlineData(1, 0, 1, 0)]
    [InlineData(0, 2, 1, 2)]
    [InlineData(0, 3, 1, 0)]
    [InlineData(0, 2, 0, 1)]
    public void Conflicts_make_no_set(int start, int length, int otherStart, int otherLength)
    {
        Assert.False(EditSet.TryCreate([Edit(start, length, "x"), Edit(otherStart, otherLength, "y")], out var set));
        Assert.Null(set);
    }
}
