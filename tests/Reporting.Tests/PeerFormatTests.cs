using System.Text.Json;
using System.Xml.Linq;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Reporting;

/// <summary>The formats that hadolint has too, read back by readers of their own.</summary>
public sealed class PeerFormatTests
{
    private const string Hostile = "a \"<&>'\e\u202E\uDC80\n]]>";
    private static readonly SourceText Plain = SourceText.From("FROM alpine\nRUN x\n", "d/Dockerfile");
    private static readonly RunResult Two = new("1.2.3",
        [
            new FileResult(
                Plain, [Sample.Find(Plain, "alpine", message: Hostile),
                Sample.Find(Plain, "RUN x", Severity.Error, "broken", Linter.SyntaxErrorId)]),
            new FileResult(SourceText.From("", "clean"), []),
        ],
        [Sample.Untagged])
    {
        Started = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
    };

    [Fact]
    public void Tty_has_hadolints_lines() => Assert.Equal(
        "d/Dockerfile:1 DL3006 warning: no tag\n",
        Sample.Write(new TtyReporter(), Sample.Run(Plain, Sample.Find(Plain, "alpine"))));

    [Fact]
    public void Tty_tells_the_column_of_what_cannot_be_read() => Assert.Equal(
        "d/Dockerfile:2:1 broken\n",
        Sample.Write(new TtyReporter(), Sample.Run(Plain, Sample.Find(Plain, "RUN x", Severity.Error, "broken", Linter.SyntaxErrorId))));

    [Fact]
    public void Tty_colours_the_level_only() => Assert.Equal(
        "d/Dockerfile:1 DL3006 \e[1m\e[91merror\e[0m: no tag\n",
        Sample.Write(new TtyReporter(color: true), Sample.Run(Plain, Sample.Find(Plain, "alpine", Severity.Error))));

    [Fact]
    public void Checkstyle_is_xml_with_an_element_for_every_file()
    {
        var text = Sample.Write(new CheckstyleReporter(), Two);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><checkstyle version=\"4.3\"><file name=\"d/Dockerfile\">", text,
            StringComparison.Ordinal);
        Assert.EndsWith("</checkstyle>", text, StringComparison.Ordinal);
        var files = XDocument.Parse(text).Root!.Elements("file").ToList();
        Assert.Equal(["d/Dockerfile", "clean"], files.Select(file => file.Attribute("name")!.Value));
        Assert.Empty(files[1].Elements());
        var errors = files[0].Elements("error").ToList();
        Assert.Equal(["1", "6", "warning", "DL3006"],
            new[] { "line", "column", "severity", "source" }.Select(name => errors[0].Attribute(name)!.Value));
        Assert.Equal("a \"<&>'\\x1b\\u202e\\x80\\n]]>", errors[0].Attribute("message")!.Value);
        Assert.Null(errors[1].Attribute("source"));
    }

    [Fact]
    public void JUnit_has_a_suite_a_file_and_a_failed_case_a_finding()
    {
        var root = XDocument.Parse(Sample.Write(new JUnitReporter(), Two)).Root!;
        Assert.Equal("20260304_050607", root.Attribute("id")!.Value);
        var suites = root.Elements("testsuite").ToList();
        Assert.Equal(["2", "0"], suites.Select(suite => suite.Attribute("failures")!.Value));
        Assert.Equal(["1", "0"], suites.Select(suite => suite.Attribute("errors")!.Value));
        Assert.Equal(
            ["dockerlint.rule.DL3006", "dockerlint.error"], suites[0].Elements("testcase").Select(test => test.Attribute("id")!.Value));
        Assert.Equal(["WARNING", "error"], suites[0].Descendants("failure").Select(failure => failure.Attribute("type")!.Value));
        Assert.Contains("Line: 1\n", suites[0].Descendants("failure").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void CodeClimate_is_a_stream_of_objects_with_a_nul_behind_each()
    {
        var parts = Sample.Write(new CodeClimateReporter(forGitLab: false), Two).Split('\0');
        Assert.Equal(3, parts.Length);
        Assert.Equal("", parts[2]);
        var issue = JsonDocument.Parse(parts[0]).RootElement;
        Assert.Equal(
            ["issue", "DL3006", "major"], new[] { "type", "check_name", "severity" }.Select(key => issue.GetProperty(key).GetString()));
        Assert.Equal("Bug Risk", issue.GetProperty("categories")[0].GetString());
        Assert.Equal("""{"path":"d/Dockerfile","lines":{"begin":1,"end":1}}""", issue.GetProperty("location").GetRawText());
        Assert.Equal("""{"path":"d/Dockerfile","positions":{"begin":{"line":2,"column":1},"end":{"line":2,"column":6}}}""",
            JsonDocument.Parse(parts[1]).RootElement.GetProperty("location").GetRawText());
    }

    [Fact]
    public void The_fingerprints_for_GitLab_are_unique_and_survive_moved_lines()
    {
        var moved = SourceText.From("# c\n\nFROM  alpine\nRUN x\n", "d/Dockerfile");
        var other = SourceText.From(Plain.Text, "e/Dockerfile");
        Assert.Equal(Print(Plain), Print(moved));
        Assert.NotEqual(Print(Plain), Print(other));
        var all = JsonDocument.Parse(Sample.Write(new CodeClimateReporter(forGitLab: true), Two)).RootElement.EnumerateArray();
        Assert.Equal(2, all.Select(issue => issue.GetProperty("fingerprint").GetString()).Distinct().Count());

        static string Print(SourceText source) => JsonDocument.Parse(
            Sample.Write(new CodeClimateReporter(forGitLab: true), Sample.Run(source, Sample.Find(source, "alpine")))).RootElement[0]
                .GetProperty("fingerprint").GetString()!;
    }

    [Fact]
    public void Codacy_is_objects_with_nothing_between() => Assert.Equal(
        """{"filename":"d/Dockerfile","patternId":"DL3006","message":"no tag","line":1}{"filename":"d/Dockerfile","patternId":"DL3006","message":"no tag","line":2}""",
        Sample.Write(new CodacyReporter(), Sample.Run(Plain, Sample.Find(Plain, "alpine"), Sample.Find(Plain, "x"))));

    [Fact]
    public void SonarQube_has_real_ranges_with_columns_from_zero()
    {
        var issues = JsonDocument.Parse(Sample.Write(new SonarQubeReporter(), Two)).RootElement.GetProperty("issues");
        Assert.Equal(["MAJOR", "BLOCKER"], issues.EnumerateArray().Select(issue => issue.GetProperty("severity").GetString()));
        Assert.Equal(["CODE_SMELL", "BUG"], issues.EnumerateArray().Select(issue => issue.GetProperty("type").GetString()));
        Assert.Equal("""{"startLine":1,"endLine":1,"startColumn":5,"endColumn":11}""",
            issues[0].GetProperty("primaryLocation").GetProperty("textRange").GetRawText());
    }

    [Theory]
    [InlineData("checkstyle", "name=\"other/path\"")]
    [InlineData("junit", "File: other/path")]
    [InlineData("codeclimate", "\"path\":\"other/path\"")]
    [InlineData("gitlab_codeclimate", "\"path\":\"other/path\"")]
    [InlineData("sonarqube", "\"filePath\":\"other/path\"")]
    [InlineData("json", "\"file\":\"d/Dockerfile\"")]
    [InlineData("codacy", "\"filename\":\"d/Dockerfile\"")]
    [InlineData("tty", "d/Dockerfile:1 ")]
    public void Another_path_is_reported_in_the_formats_of_build_servers_only(string format, string expected) =>
        Assert.Contains(expected, Sample.Write(ReporterCatalog.Create(format, new TextReportStyle())!, Two with { ReportedPath = "other/path" }),
            StringComparison.Ordinal);

    [Fact]
    public void Markdown_is_a_table_in_which_nothing_of_the_file_has_a_meaning() => Assert.Equal(
        """
        ### d/Dockerfile

        | line | severity | rule | finding |
        |---:|---|---|---|
        | 1 | warning | [DL3006](https://example.org/rules/DL3006) | a \| \<b\> \[x\](y) |
        | 2 | error | DL1000 | broken |

        1 error, 1 warning in 1 file.

        """.Replace("\\<b\\>", "&lt;b&gt;", StringComparison.Ordinal),
        Sample.Write(new MarkdownReporter(), Sample.Run(Plain,
            Sample.Find(Plain, "alpine", message: "a | <b> [x](y)"),
                Sample.Find(Plain, "RUN x", Severity.Error, "broken", Linter.SyntaxErrorId))));

    [Fact]
    public void JsonLines_has_a_line_for_each_finding()
    {
        var lines = Sample.Write(new JsonLinesReporter(), Two).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal(1, JsonDocument.Parse(lines[0]).RootElement.GetProperty("line").GetInt32());
        Assert.Equal("DL1000", JsonDocument.Parse(lines[1]).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public void Every_name_has_a_reporter()
    {
        Assert.All(ReporterCatalog.Names, name => Assert.NotNull(ReporterCatalog.Create(name, new TextReportStyle { HasColor = false })));
        Assert.Null(ReporterCatalog.Create("xml", new TextReportStyle { HasColor = false }));
    }
}
