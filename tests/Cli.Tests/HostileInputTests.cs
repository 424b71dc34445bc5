using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>A Dockerfile and its name may hold anything; whoever reads a terminal or a log sees nothing but text.</summary>
public sealed partial class HostileInputTests : IDisposable
{
    private const string Source = "FROM evil\e[2J\e]8;;http://x\a:latest\nRUN sudo \e]0;t\a ##vso[task.setvariable variable=P]x "
        + "::set-output\n"
        + "FROM \u202Eimg\nMAINTAINER <script>alert(1)</script>\nNONSENSE\e[31m @octocat ##[add-path]/x\nCOPY --from=::error::x /a "
            + "/b\nUSER ro\u2066ot\n";

    private static readonly string[] s_names =
    [
        "a\e[31m\e]0;taken\a.Dockerfile", "::set-output name=x::y.Dockerfile", "b\n::error::c.Dockerfile", "c\u202Egpj.Dockerfile",
        "d\r::warning::x.Dockerfile",
        "%0A::error::z.Dockerfile", "f,line=1.Dockerfile", "##vso[task.x]y.Dockerfile", "<img src=x>@octocat.Dockerfile",
    ];

    private readonly Workspace _workspace = new();

    public HostileInputTests()
    {
        foreach (var name in s_names)
        {
            _workspace.Add(name, Source);
        }
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("tty")]
    [InlineData("gnu")]
    [InlineData("github")]
    [InlineData("markdown")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("codacy")]
    [InlineData("sonarqube")]
    [InlineData("gitlab_codeclimate")]
    public void Reports_hold_no_control_characters_and_no_commands(string format)
    {
        var outcome = CommandLine.Run(_workspace.Folder, "lint", "--shellcheck", "off", "--profile", "strict", "-f", format, ".");
        Assert.Equal("", outcome.Error);
        Assert.Contains("DL3004", outcome.Output, StringComparison.Ordinal);
        AssertIsText(outcome.Output);
        foreach (var line in outcome.Output.Split('\n').Where(line => line.Length > 0))
        {
            Assert.DoesNotMatch(@"##\w*\[", line);
            Assert.Matches(format == "github" ? Annotation() : NoCommand(), line);
        }
    }

    [Fact]
    public void What_goes_wrong_is_told_as_text()
    {
        var name = "::error::\e[31m\u202E";
        foreach (var arguments in new[] { (string[])["lint", "missing" + name], ["lint", "--" + name], ["lint", "-c", name, "."],
            ["parse", s_names[0]], ["parse", s_names[1]], ["rules", name] })
        {
            var outcome = CommandLine.Run(_workspace.Folder, arguments);
            Assert.NotEqual("", outcome.Error);
            AssertIsText(outcome.Error);
            Assert.All(outcome.Error.Split('\n'), line => Assert.Matches(NoCommand(), line));
        }
    }

    [Fact]
    public void A_diff_is_exact_in_a_pipe_and_text_on_a_terminal()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script of util-linux, which makes a terminal, is not installed");
        _workspace.Add("x", "FROM alpine:3.22\nRUN echo \e]0;taken\a\nMAINTAINER Ann\n");
        string[] lint = [.. CommandLine.Program, "lint", "--shellcheck", "off", "--diff", "--unsafe-fixes", "x"];
        Assert.Contains("RUN echo \e]0;taken\a\n", CommandLine.Start(lint, _workspace.Folder, []).Output, StringComparison.Ordinal);
        var seen = CommandLine.Start(["/usr/bin/script", "-qec", string.Join(' ', lint) + " 2>/dev/null", "/dev/null"], _workspace.Folder,
            [], ("TERM", "xterm")).Output;
        Assert.Contains(@"RUN echo \x1b]0;taken\x07", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("\e]", seen, StringComparison.Ordinal);
        Assert.DoesNotContain('\a', seen);
    }

    private static void AssertIsText(string text) => Assert.DoesNotContain(text, c => c != '\n'
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);

    [GeneratedRegex(@"^::(error|warning|notice) file=[^,:]*,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=\w+::")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^(?!\s*::)")]
    private static partial Regex NoCommand();
}
