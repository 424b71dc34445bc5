using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Reporting;

public sealed class LogLineTests
{
    [Theory]
    [InlineData("::set-output name=x::y", "\\x3a:set-output name=x::y")]
    [InlineData("  ::error::x", "  \\x3a:error::x")]
    [InlineData("a ##[add-path]/evil", "a \\x23#[add-path]/evil")]
    [InlineData("##vso[task.setvariable variable=P]x", "\\x23#vso[task.setvariable variable=P]x")]
    [InlineData("###teamcity[x] ##[y]", "\\x23\\x23#teamcity[x] \\x23#[y]")]
    [InlineData("Dockerfile:1:2: a::b ## heading #[x]", "Dockerfile:1:2: a::b ## heading #[x]")]
    [InlineData("", "")]
    public void What_a_build_server_takes_for_a_command_is_escaped(string line, string expected) =>
        Assert.Equal(expected, LogLine.Disarm(line));

    [Theory]
    [InlineData("text")]
    [InlineData("tty")]
    [InlineData("gnu")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("codacy")]
    [InlineData("sonarqube")]
    [InlineData("codeclimate")]
    [InlineData("gitlab_codeclimate")]
    public void No_line_of_a_report_is_a_command(string format)
    {
        var source = SourceText.From("RUN ##vso[task.setvariable variable=PATH]/evil\n", "::set-env name=X::y");
        var findings = new[] { Sample.Find(source, "vso"), Sample.Find(source, "RUN", Severity.Error, "##[set-env name=X]y", "DL1000"),
            Sample.Find(source, "#vso", message: "::error::x") };
        var report = Sample.Write(ReporterCatalog.Create(format, new TextReportStyle { HasColor = true })!, Sample.Run(source, findings));
        Assert.DoesNotMatch(@"(?m)^\s*::|##\w*\[", report);
        Assert.Contains("set-env", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Escaped_JSON_says_the_same()
    {
        var source = SourceText.From("FROM a", "a##b");
        var report = JsonDocument.Parse(Sample.Write(new JsonReporter(), Sample.Run(source, Sample.Find(source, "a", message: "##[x]"))));
        Assert.Equal("a##b ##[x]", $"{report.RootElement[0].GetProperty("file")} {report.RootElement[0].GetProperty("message")}");
    }

    [Fact]
    public void Markdown_calls_nobody_and_links_nothing()
    {
        var source = SourceText.From("FROM a", "@team/x <b> www.evil.example");
        var report = Sample.Write(new MarkdownReporter(), Sample.Run(source, Sample.Find(source, "a", id: "DL1000", message: "@octocat "
            + "see https://evil.example/x #12 <img src=x> ![a](b) `c`")));
        Assert.Contains("### @&#8203;team/x &lt;b&gt; www.&#8203;evil.example\n", report, StringComparison.Ordinal);
        Assert.Contains(
            @"| @&#8203;octocat see https:&#8203;//evil.example/x \#&#8203;12 &lt;img src=x&gt; \!\[a\](b) \`c\` |", report,
                StringComparison.Ordinal);
    }
}
