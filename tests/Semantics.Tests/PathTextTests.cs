using Dockerlint.Semantics.Context;
using Xunit;

namespace Dockerlint.Tests;

public sealed class PathTextTests
{
    [Fact]
    public void Any_bytes_come_back_as_they_were()
    {
        var random = new Random(20261127);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(12)];
            random.NextBytes(bytes);
            Assert.Equal(bytes, PathText.Encode(PathText.Decode(bytes)));
        }
    }

    [Fact]
    public void Names_with_other_bytes_are_other_names() =>
        Assert.NotEqual(PathText.Decode([(byte)'a', 0xFF]), PathText.Decode([(byte)'a', 0xFE]));

    [Theory]
    [InlineData("app/main.py")]
    [InlineData("日本/é 🐳.txt")]
    public void Text_is_its_own_UTF_8(string path)
    {
        Assert.True(PathText.IsText(path));
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(path), PathText.Encode(path));
        Assert.Equal(path, PathText.Decode(PathText.Encode(path)));
    }

    [Fact]
    public void A_byte_that_is_no_UTF_8_is_told_from_text() =>
        Assert.False(PathText.IsText(PathText.Decode([(byte)'a', 0xC3, (byte)'.', (byte)'t'])));

    // Encoded surrogates, overlong forms and cut sequences are no UTF-8, either.
    [Theory]
    [InlineData(new byte[] { 0xED, 0xB2, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x90 })]
    public void What_only_looks_like_UTF_8_is_kept_byte_by_byte(byte[] bytes) =>
        Assert.Equal(bytes, PathText.Encode(PathText.Decode(bytes)));
}
