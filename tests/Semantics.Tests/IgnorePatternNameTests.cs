using Dockerlint.Semantics.Context;
using Xunit;

namespace Dockerlint.Tests.Semantics;

public sealed class IgnorePatternNameTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("#comment")]
    [InlineData("!exception")]
    [InlineData(" blank")]
    [InlineData("blank ")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a*b")]
    [InlineData("?")]
    [InlineData("[x]")]
    [InlineData("a\\b")]
    [InlineData("a]b")]
    [InlineData("\u00A0x\u2003")]
    [InlineData("h\u00e9")]
    [InlineData(".env.x;touch PWNED;#")]
    [InlineData("$(id)`id`")]
    public void The_pattern_of_a_name_fits_it_and_no_other(string name)
    {
        foreach (var (line, path) in new[] { (IgnorePattern.Naming(name, isLineStart: true), name),
            ("**/" + IgnorePattern.Naming(name, isLineStart: false), "d/" + name) })
        {
            var rules = IgnoreRules.Parse($"first\n{line}\nlast\n");
            Assert.Empty(rules.Problems);
            Assert.True(rules.Excludes(path), $"{line} does not fit {path}");
            Assert.False(rules.Excludes("other"));
            Assert.False(rules.Excludes(path + "x"));
            Assert.False(rules.Excludes("x/y" + name));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("\uFEFFx")]
    public void A_name_that_no_line_can_hold_has_no_pattern(string name) => Assert.Null(IgnorePattern.Naming(name, isLineStart: true));

    [Fact]
    public void Bytes_that_are_no_text_stay_where_nothing_is_escaped()
    {
        Assert.Equal(".env.\uDCE9", IgnorePattern.Naming(".env.\uDCE9", isLineStart: true));
        Assert.Null(IgnorePattern.Naming("*\uDCE9", isLineStart: true));
    }
}
