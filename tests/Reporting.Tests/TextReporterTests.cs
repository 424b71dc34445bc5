using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Reporting;

/// <summary>The report for people, as a terminal shows it.</summary>
public class TextReporterTests
{
    private static readonly SourceText Plain = SourceText.From("FROM alpine\nRUN\tx\ty z\r\n");

    [Fact]
    public void A_finding_has_its_file_above_it_and_the_line_with_the_place_below() => Assert.Equal(
        """
        Dockerfile

          1:6 warning DL3006 untagged-base-image
             no tag
           1 | FROM alpine
             |      ^^^^^^

        1 finding (1 warning) in 1 file

        """.ReplaceLineEndings("\n"),
        Sample.Write(new TextReporter(), Sample.Run(Plain, Sample.Find(Plain, "alpine"))));

    [Theory]
    [InlineData("RUN\tx\ty", "x", "RUN x   y", "    ^")]
    [InlineData("RUN echo 日本語 && y", "y", "RUN echo 日本語 && y", "                   ^")]
    [InlineData("RUN echo 日本語 && y", "本", "RUN echo 日本語 && y", "           ^^")]
    [InlineData("RUN e\u0301e\u0301 y", "y", "RUN e\u0301e\u0301 y", "       ^")]
    [InlineData("RUN 👩 y", "y", "RUN 👩 y", "       ^")]
    [InlineData("RUN \u202E y", "y", "RUN \\u202e y", "           ^")]
    public void Marks_stand_right_behind_whatever_is_wide_or_hidden(string text, string part, string line, string mark)
    {
        var source = SourceText.From(text);
        var lines = Sample.Write(new TextReporter(), Sample.Run(source, Sample.Find(source, part))).Split('\n');
        Assert.Equal([$"   1 | {line}", $"     | {mark}"], lines[4..6]);
    }

    [Fact]
    public void An_empty_place_at_the_end_is_marked()
    {
        var lines = Sample.Write(new TextReporter(), Sample.Run(Plain, new Diagnostic("DL1000", Severity.Error, "end",
            new TextSpan(Plain.Length, 0)))).Split('\n');
        Assert.Equal(["  3:1 error DL1000", "     end", "   3 |", "     | ^"], lines[2..6]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(395)]
    public void A_long_line_is_cut_around_the_place(int at)
    {
        var source = SourceText.From(new string('a', at) + "MARK" + new string('b', 400 - at));
        var lines = Sample.Write(new TextReporter(new TextReportStyle { Width = 80 }), Sample.Run(source, Sample.Find(source, "MARK")))
            .Split('\n');
        Assert.All(lines[..6], line => Assert.InRange(CellLine(line), 0, 80));
        var start = lines[5].IndexOf('^', StringComparison.Ordinal);
        Assert.Equal("MARK", lines[4].Substring(start, 4));
        Assert.EndsWith("^^^^", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_messages_and_sources_are_escaped()
    {
        var source = SourceText.FromBytes([.. "RUN \e]0;x\a "u8, 0xFF, .. " \u202Eend"u8], "a\e[31m\u202E\n,b:c%");
        var text = Sample.Write(new TextReporter(), Sample.Run(source, Sample.Find(source, "end", message: "bad \e[2J ##[error]x")));
        Assert.DoesNotContain("\e", text, StringComparison.Ordinal);
        Assert.StartsWith("a\\x1b[31m\\u202e\\n,b:c%\n", text, StringComparison.Ordinal);
        Assert.Contains("   1 | RUN \\x1b]0;x\\x07 \\xff \\u202eend\n     | " + new string(' ', 28) + "^^^\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("##[", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_is_shown_with_the_lines_it_changes_and_other_places_are_named()
    {
        var source = SourceText.From("FROM debian AS a\nRUN apt-get install x\nFROM a\n");
        var finding = Sample.Find(source, "install") with
        {
            RelatedSpans = [new RelatedSpan(new TextSpan(0, 4), "the stage begins here")],
            Fixes = [.. Fix.Of("add -y", Applicability.Safe, new TextEdit(new TextSpan(36, 0), " -y")),
                .. Fix.Of("leave it out", Applicability.Manual, new TextEdit(new TextSpan(17, 22), ""))],
        };
        Snapshot.Match(Sample.Write(new TextReporter(), Sample.Run(source, finding)));
    }

    [Fact]
    public void Colours_and_links_are_there_when_asked_for()
    {
        var style = new TextReportStyle { HasColor = true, HasLinks = true };
        var text = Sample.Write(new TextReporter(style), Sample.Run(Plain, Sample.Find(Plain, "alpine")));
        Assert.Contains("\e[1;33mwarning\e[0m", text, StringComparison.Ordinal);
        Assert.Contains("\e]8;;https://example.org/rules/DL3006\e\\DL3006\e]8;;\e\\", text, StringComparison.Ordinal);
        Assert.Contains("\e[1;33m^^^^^^\e[0m", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "1 file, nothing found\n")]
    [InlineData(false, "")]
    public void A_run_that_finds_nothing_says_so_where_it_is_asked_to(bool tells, string expected) =>
        Assert.Equal(expected, Sample.Write(new TextReporter(new TextReportStyle { TellsSuccess = tells }), Sample.Run(Plain)));

    [Fact]
    public void The_last_line_counts_findings_files_and_fixes()
    {
        var fixable = Sample.Find(Plain, "alpine", Severity.Error) with
        {
            Fixes = Fix.Of("t", Applicability.Safe, new TextEdit(new TextSpan(0, 1), "f")),
        };
        var other = Sample.Find(Plain, "alpine", Severity.Style) with
        {
            Fixes = Fix.Of("t", Applicability.Unsafe, new TextEdit(new TextSpan(0, 1), "f")),
        };
        var run = new RunResult("1", [new FileResult(Plain, [fixable, fixable, other]), new FileResult(Plain, [])], [Sample.Untagged]);
        Assert.EndsWith("\n3 findings (2 errors, 1 style) in 1 of 2 files; 2 can be fixed with --fix, 1 more with --unsafe-fixes\n",
            Sample.Write(new TextReporter(), run), StringComparison.Ordinal);
    }

    [Fact]
    public void Reviewdog_gets_columns_in_bytes_and_one_suggestion()
    {
        var source = SourceText.From("# é\nRUN é apt-get install x\n");
        var at = source.Text.IndexOf("install", StringComparison.Ordinal);
        var finding = Sample.Find(source, "install") with
        {
            Fixes = Fix.Of("t", Applicability.Safe, new TextEdit(new TextSpan(at + 7, 0), " -y"), new TextEdit(new TextSpan(at + 8, 1), "y")),
        };
        using var json = System.Text.Json.JsonDocument.Parse(Sample.Write(new RdJsonReporter(), Sample.Run(source, finding)));
        var diagnostic = json.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal(16, diagnostic.GetProperty("location").GetProperty("range").GetProperty("start").GetProperty("column").GetInt32());
        var suggestion = diagnostic.GetProperty("suggestions")[0];
        Assert.Equal(" -y y", suggestion.GetProperty("text").GetString());
        Assert.Equal(("WARNING", "DL3006"),
            (diagnostic.GetProperty("severity").GetString(), diagnostic.GetProperty("code").GetProperty("value").GetString()));
    }

    private static int CellLine(string line) => line.EnumerateRunes().Count();
}
