using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ContextTests
{
    [Theory]
    [InlineData("*.log", "a.log", true)]
    [InlineData("*.log", "d/a.log", false)]
    [InlineData("**/*.log", "a.log", true)]
    [InlineData("**/*.log", "d/e/a.log", true)]
    [InlineData("**/*.log", "d/e/a.logs", false)]
    [InlineData("d", "d/e/f", true)]
    [InlineData("/d/", "d/e", true)]
    [InlineData("./x/../d", "d", true)]
    [InlineData("foo/**/bar", "foo/bar", true)]
    [InlineData("foo/**/bar", "foo/p/q/bar", true)]
    [InlineData("foo/**/bar", "foobar", false)]
    [InlineData("foo/**", "foo/a/b", true)]
    [InlineData("**", "anything/at/all", true)]
    [InlineData("**/foo", "foo", true)]
    [InlineData("**foo", "barfoo", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[ab].c", "b.c", true)]
    [InlineData("[^ab].c", "b.c", false)]
    [InlineData("README", "readme", false)]
    [InlineData("a.b", "axb", false)]
    [InlineData("  a.log  ", "a.log", true)]
    [InlineData("#a.log", "a.log", false)]
    [InlineData(" #a.log", "#a.log", true)]
    [InlineData("\\#a", "#a", true)]
    [InlineData("a.log\r\nb", "a.log", true)]
    [InlineData("*.md\n!README.md", "README.md", false)]
    [InlineData("!README.md\n*.md", "README.md", true)]
    [InlineData("d\n!d/keep", "d/keep", false)]
    [InlineData("d\n! d/keep", "d/other", true)]
    [InlineData("\uFEFFa.log", "a.log", true)]
    public void Rules_decide_as_the_engine_does(string rules, string path, bool isIgnored) =>
        Assert.Equal(isIgnored, IgnoreRules.Parse(rules).Excludes(path));

    [Fact]
    public void A_byte_order_mark_behind_the_first_line_is_part_of_the_pattern_unless_it_has_wildcards_or_the_client_is_the_classic_one()
    {
        Assert.False(IgnoreRules.Parse("x\n\uFEFFa.log").Excludes("a.log"));
        Assert.True(IgnoreRules.Parse("x\n\uFEFFa.log", Builder.Classic).Excludes("a.log"));
        Assert.True(IgnoreRules.Parse("x\n\uFEFF*.log").Excludes("a.log"));
    }

    [Fact]
    public void A_lone_exclamation_mark_is_an_error_with_its_line() =>
        Assert.Equal("line 2: an exclamation mark without a pattern", Assert.Single(IgnoreRules.Parse("a\n!\n").Problems));

    [Fact]
    public void An_exception_with_a_wildcard_is_found_below_an_ignored_directory_by_BuildKit_only()
    {
        Assert.False(IgnoreRules.Parse("d\n!**/keep").Excludes("d/keep"));
        Assert.True(IgnoreRules.Parse("d\n!**/keep", Builder.Classic).Excludes("d/keep"));
    }

    [Fact]
    public void A_directory_stays_when_all_in_it_is_ignored_and_comes_back_with_what_is_taken_back()
    {
        var manifest = ContextManifest.Create(
            [File("logs/a.log"), File("docs/a.md"), File("docs/keep.md"), File("out/x")],
                IgnoreRules.Parse("**/*.log\ndocs\n!docs/keep.md\nout"));
        Assert.Equal(["docs", "docs/keep.md", "logs"], manifest.Entries.Select(entry => entry.Path));
    }

    [Theory]
    [InlineData("*.txt", "a.txt", true)]
    [InlineData("*.txt", "d/a.txt", false)]
    [InlineData("d/**/x", "d/x", false)]
    [InlineData("d/**/x", "d/e/x", true)]
    [InlineData("[a-c]?", "b1", true)]
    [InlineData("[^a-c]", "b", false)]
    [InlineData("[[]x", "[x", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "a", false)]
    [InlineData("[", "[", false)]
    [InlineData("*a*b*", "xxaxxbxx", true)]
    [InlineData("*/x", "a/b/x", false)]
    public void Source_patterns_are_those_of_Go(string pattern, string path, bool fits) =>
        Assert.Equal(fits, PathGlob.IsMatch(pattern, path));

    [Theory]
    [InlineData("d/../a", "a")]
    [InlineData("./a//b/", "a/b")]
    [InlineData("../../a", "a")]
    [InlineData("/", "")]
    public void Paths_are_cleaned_from_the_root(string path, string clean) => Assert.Equal(clean, ContextPath.FromRoot(path));

    [Fact]
    public void Links_are_followed_inside_the_context_and_loops_lead_nowhere()
    {
        var manifest =
            ContextManifest.Create([File("d/f"), Link("l", "d"), Link("d/up", "../../../d/f"), Link("loop", "loop"), Link("root", "/d")]);
        Assert.Equal("d/f", manifest.Resolve("l/f"));
        Assert.Equal("d/f", manifest.Resolve("root/up"));
        Assert.Null(manifest.Resolve("loop"));
        Assert.Null(manifest.Resolve("d/none"));
    }

    [Fact]
    public void What_lies_below_a_directory_does_not_include_names_that_only_begin_alike()
    {
        var manifest = ContextManifest.Create([File("d/a"), File("d-x"), File("d.y"), File("d/b/c")]);
        Assert.Equal(["d/a", "d/b", "d/b/c"], manifest.Below("d").Select(entry => entry.Path));
    }

    [Fact]
    public void The_digest_of_a_content_is_the_name_git_gives_it() =>
        Assert.Equal("ce013625030ba8dba906f756967f9e9ca394464a", GitBlobHash.Of("hello\n"u8));

    private static ContextEntry File(string path) =>
        new(path, ContextEntryKind.File) { Mode = 0x1A4, Content = ContextContent.FromBytes("x"u8) };

    private static ContextEntry Link(string path, string target) => new(path, ContextEntryKind.SymbolicLink) { LinkTarget = target };
}
