using Dockerlint.Semantics;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("alpine", null, "alpine", null)]
    [InlineData("localhost:5000/a/b:1", "localhost:5000", "a/b", "1")]
    [InlineData("[::1]:5000/a:1", "[::1]:5000", "a", "1")]
    [InlineData("gcr.io/x/y__z-1.2:v1.0", "gcr.io", "x/y__z-1.2", "v1.0")]
    public void A_reference_is_taken_apart(string text, string? registry, string repository, string? tag)
    {
        Assert.Equal(new ImageReference(registry, repository, tag, null), ImageReference.TryParse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("BUG_stage")]
    [InlineData("gcr.io//a:latest")]
    [InlineData("mcr.microsoft.com/dotnet/sdk:")]
    [InlineData("php:-cli")]
    [InlineData("a@sha256:12")]
    [InlineData("a..b")]
    [InlineData("a___b")]
    [InlineData("a b.c/x")]
    [InlineData("foo:/x")]
    [InlineData("a.b:port/x")]
    [InlineData("-a.b/x")]
    [InlineData("a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_the_engine_calls_invalid_is_none(string text)
    {
        Assert.Null(ImageReference.TryParse(text));
    }

    [Fact]
    public void A_digest_is_kept()
    {
        var digest = "sha256:" + new string('a', 64);
        Assert.Equal(new ImageReference(null, "a", "1", digest), ImageReference.TryParse("a:1@" + digest));
    }
}
