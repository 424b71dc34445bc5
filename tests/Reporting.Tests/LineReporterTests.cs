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
    public void Short_is_one_line() => Assert.Equal(
        "Dockerfile:1:6: style DL3006: no tag\n",
        Sample.Write(new ShortReporter(), Sample.Run(Plain, Sample.Find(Plain, "alpine", Severity.Style))));

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
