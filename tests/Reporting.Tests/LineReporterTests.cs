using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Reporting;

public class LineReporterTests
{
    private const string HostilePath = "a\e[31m\u202E\n,b:c%";
    private static readonly SourceText Plain = SourceText.From("FROM alpine\nRUN\tx\ty z\r\n");

    [Fact]
    public void Text_shows_the_line_and_marks_the_span() => Assert.Equal(
        "Dockerfile:1:6: warning DL3006: no tag\n 1 | FROM alpine\n   |      ^~~~~~\n",
        Sample.Write(new TextReporter(), Sample.Run(Plain, Sample.Find(Plain, "alpine"))));

    [Fact]
    public void Text_keeps_tabs_under_tabs_and_drops_the_line_end() => Assert.Equal(
        "Dockerfile:2:5: info DL3006: no tag\n 2 | RUN\tx\ty z\n   |    \t^\t~~~\n",
        Sample.Write(new TextReporter(), Sample.Run(Plain, Sample.Find(Plain, "x\ty z\r\n", Severity.Info))));

    [Fact]
    public void Text_marks_an_empty_span_at_the_end() => Assert.Equal(
        "Dockerfile:3:1: error DL1000: end\n 3 | \n   | ^\n",
        Sample.Write(
            new TextReporter(), Sample.Run(Plain, new Diagnostic("DL1000", Severity.Error, "end", new TextSpan(Plain.Length, 0)))));

    [Fact]
    public void Text_colours_severity_and_mark_only_when_asked() => Assert.Equal(
        "Dockerfile:1:6: \e[1m\e[93mwarning\e[0m DL3006: no tag\n 1 | FROM alpine\n   |      \e[1m\e[93m^~~~~~\e[0m\n",
        Sample.Write(new TextReporter(color: true), Sample.Run(Plain, Sample.Find(Plain, "alpine"))));

    [Fact]
    public void Text_escapes_hostile_names_messages_and_sources()
    {
        var source = SourceText.FromBytes([.. "RUN \e]0;x\a "u8, 0xFF, .. " \u202Eend"u8], HostilePath);
        Assert.Equal(
            "a\\x1b[31m\\u202e\\n,b:c%:1:15: warning DL3006: bad \\x1b[2J\n"
            + " 1 | RUN \\x1b]0;x\\x07 \\xff \\u202eend\n"
            + "   | " + new string(' ', 28) + "^~~\n",
            Sample.Write(new TextReporter(), Sample.Run(source, Sample.Find(source, "end", message: "bad \e[2J"))));
    }

    [Fact]
    public void Gnu_is_one_line() => Assert.Equal(
        "dockerlint:Dockerfile:1:6: DL3006 style: no tag\n",
        Sample.Write(new GnuReporter(), Sample.Run(Plain, Sample.Find(Plain, "alpine", Severity.Style))));

    [Fact]
    public void Gnu_escapes_line_ends() => Assert.Equal(
        "dockerlint:Dockerfile:1:6: DL3006 error: a\\n::b\n",
        Sample.Write(new GnuReporter(), Sample.Run(Plain, Sample.Find(Plain, "alpine", Severity.Error, "a\n::b"))));

    [Theory]
    [InlineData(Severity.Error, "error")]
    [InlineData(Severity.Warning, "warning")]
    [InlineData(Severity.Info, "notice")]
    [InlineData(Severity.Style, "notice")]
    public void GitHub_writes_a_command(Severity severity, string command) => Assert.Equal(
        $"::{command} file=Dockerfile,line=1,col=6,endLine=1,endColumn=12,title=DL3006::no tag\n",
        Sample.Write(new GitHubReporter(), Sample.Run(Plain, Sample.Find(Plain, "alpine", severity))));

    [Fact]
    public void GitHub_escapes_properties_and_data()
    {
        var source = SourceText.From("FROM alpine", HostilePath);
        Assert.Equal(
            "::warning file=a\\x1b[31m\\u202e%0A%2Cb%3Ac%25,line=1,col=6,endLine=1,endColumn=12,title=DL3006::50%25, x: "
            + "y%0D%0A::error::z\n",
            Sample.Write(new GitHubReporter(), Sample.Run(source, Sample.Find(source, "alpine", message: "50%, x: y\r\n::error::z"))));
    }
}
