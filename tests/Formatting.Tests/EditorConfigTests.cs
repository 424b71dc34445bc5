using Dockerlint.Formatting;
using Dockerlint.Linting;
using Xunit;

namespace Dockerlint.Tests.Formatting;

public sealed class EditorConfigTests
{
    [Theory]
    [InlineData("*", "Dockerfile", true)]
    [InlineData("*", "a/b/Dockerfile", true)]
    [InlineData("Dockerfile*", "a/Dockerfile.dev", true)]
    [InlineData("*.Dockerfile", "Dockerfile", false)]
    [InlineData("{Dockerfile,*.Dockerfile}", "a/x.Dockerfile", true)]
    [InlineData("{Dockerfile}", "Dockerfile", false)]
    [InlineData("Dockerfile.{1..3}", "Dockerfile.2", true)]
    [InlineData("Dockerfile.{1..3}", "Dockerfile.4", false)]
    [InlineData("/Dockerfile", "Dockerfile", true)]
    [InlineData("/Dockerfile", "a/Dockerfile", false)]
    [InlineData("a/*", "a/Dockerfile", true)]
    [InlineData("a/*", "a/b/Dockerfile", false)]
    [InlineData("a/**", "a/b/Dockerfile", true)]
    [InlineData("[CD]ockerfile", "Dockerfile", true)]
    [InlineData("[!D]ockerfile", "Dockerfile", false)]
    [InlineData("?ockerfile", "Dockerfile", true)]
    public void Patterns_are_those_of_editors(string glob, string path, bool matches)
    {
        var file = EditorConfigFile.Parse($"[{glob}]\nindent_size = 7\n");
        Assert.Equal(matches ? 7 : 4, file.Apply(FormatStyle.Default, path).Indent);
    }

    [Fact]
    public void A_pattern_that_is_made_to_take_forever_ends()
    {
        var file = EditorConfigFile.Parse($"[{string.Concat(Enumerable.Repeat("*a", 60))}]\nindent_size = 7\n");
        Assert.Equal(4, file.Apply(FormatStyle.Default, new string('a', 300) + "b").Indent);
    }

    [Fact]
    public void Later_sections_win_and_what_is_nonsense_is_passed_over()
    {
        var file = EditorConfigFile.Parse(
            "# x\nroot = true\n[*]\nindent_style = tab\nindent_size = many\nmax_line_length = off\nend_of_line = lf\n"
            + "no line at all\n[Dockerfile]\nindent_style = space\ninsert_final_newline = false\n");
        Assert.True(file.IsRoot);
        var style = file.Apply(FormatStyle.Default, "Dockerfile");
        Assert.Equal(
            (false, 4, 10000, "\n", (bool?)false),
            (style.IndentsWithTabs, style.Indent, style.MaxWidth, style.LineEnd, style.FinalLineEnd));
    }
}
