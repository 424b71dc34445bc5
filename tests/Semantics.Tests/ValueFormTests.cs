using Dockerlint.Semantics;
using Dockerlint.Semantics.Conversion;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>How values are written: sizes, digests, platforms.</summary>
public sealed class ValueFormTests
{
    [Theory]
    [InlineData("100", true)]
    [InlineData("100b", true)]
    [InlineData("1.5m", true)]
    [InlineData("64 MiB", true)]
    [InlineData("2kb", true)]
    [InlineData("2x", false)]
    [InlineData("2mm", false)]
    [InlineData("m", false)]
    [InlineData("1.5.2", false)]
    [InlineData("2 gib b", false)]
    public void A_size_is_a_number_with_a_unit_or_without(string text, bool isSize) => Assert.Equal(isSize, ByteSize.IsValid(text));

    [Theory]
    [InlineData("sha256", 64, true)]
    [InlineData("sha512", 128, true)]
    [InlineData("sha384", 96, true)]
    [InlineData("sha256", 63, false)]
    [InlineData("md5", 32, false)]
    public void A_digest_has_as_many_digits_as_its_algorithm_makes(string algorithm, int digits, bool isDigest)
    {
        Assert.Equal(isDigest, ImageReference.TryParse($"a@{algorithm}:{new string('a', digits)}") is not null);
        Assert.Null(ImageReference.TryParse($"a@{algorithm}:{new string('A', digits)}"));
        Assert.Null(ImageReference.TryParse($"a@{algorithm}:{new string('g', digits)}"));
    }

    [Theory]
    [InlineData("linux/amd64/v1", "linux/amd64")]
    [InlineData("linux/amd64/v2", "linux/amd64/v2")]
    [InlineData("linux/x86_64", "linux/amd64")]
    [InlineData("linux/aarch64", "linux/arm64")]
    [InlineData("linux/arm64/v8", "linux/arm64")]
    [InlineData("linux/armhf", "linux/arm/v7")]
    public void A_platform_has_one_form(string text, string form)
    {
        var platform = TargetPlatform.TryParse(text)!;
        string[] parts = [platform.System, platform.Architecture, platform.Variant];
        Assert.Equal(form, string.Join('/', parts.Where(part => part.Length > 0)));
    }
}
