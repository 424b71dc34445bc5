using System.Text;
using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class FormatCommandTests : IDisposable
{
    private const string Ugly = "from alpine:3.22\nRUN   a \\\n  &&   b\nenv A=1   B=2\n";
    private const string Pretty = "FROM alpine:3.22\nRUN a \\\n    && b\nENV A=1 \\\n    B=2\n";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    private Outcome Format(params IReadOnlyList<string> arguments) => CommandLine.Run(_workspace.Folder, ["fmt", .. arguments]);

    private Outcome FormatInput(string text, params IReadOnlyList<string> arguments) =>
        CommandLine.RunWithInput(_workspace.Folder, Encoding.UTF8.GetBytes(text), ["fmt", "-", .. arguments]);

    private string Read(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(_workspace.Folder, path)));

    [Fact]
    public void Files_are_written_and_the_steps_that_are_built_again_are_told()
    {
        _workspace.Add("Dockerfile", Ugly).Add("api/x.Dockerfile", Pretty);
        Assert.Equal(new Outcome(0, "", "Dockerfile: 1 step rebuilds: line 2\n1 of 2 files formatted\n"), Format("."));
        Assert.Equal(Pretty, Read("Dockerfile"));
        Assert.Equal(new Outcome(0, "", "0 of 2 files formatted\n"), Format("."));
    }

    [Fact]
    public void Check_names_the_files_and_gives_1_and_writes_nothing()
    {
        _workspace.Add("Dockerfile", Ugly).Add("b.Dockerfile", Pretty);
        var outcome = Format("--check", "Dockerfile", "b.Dockerfile");
        Assert.Equal((1, "Dockerfile\n"), (outcome.ExitCode, outcome.Output));
        Assert.EndsWith("1 of 2 files would be formatted\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(Ugly, Read("Dockerfile"));
        Assert.Equal(0, Format("--check", "b.Dockerfile").ExitCode);
    }

    [Fact]
    public void A_diff_can_be_applied()
    {
        _workspace.Add("Dockerfile", Ugly);
        var outcome = Format("--diff", "Dockerfile");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(Ugly, Read("Dockerfile"));
        _workspace.Add("a.diff", outcome.Output);
        Assert.Equal(0, CommandLine.Shell(_workspace.Folder, "git apply a.diff").ExitCode);
        Assert.Equal(Pretty, Read("Dockerfile"));
        Assert.Equal(1, FormatInput(Ugly, "--diff", "--check").ExitCode);
    }

    [Fact]
    public void Standard_input_goes_to_standard_output_whatever_becomes_of_it()
    {
        Assert.Equal(Pretty, FormatInput(Ugly).Output);
        Assert.Equal(Pretty, FormatInput(Pretty).Output);

        var rejected = FormatInput("FROM alpine\nFOO   bar\n");
        Assert.Equal((2, "FROM alpine\nFOO   bar\n"), (rejected.ExitCode, rejected.Output));
        Assert.Contains("-:2:1: DL1000 error: ", rejected.Error, StringComparison.Ordinal);

        var template = FormatInput("FROM {{ base }}\nrun   x\n");
        Assert.Equal((0, "FROM {{ base }}\nrun   x\n"), (template.ExitCode, template.Output));
        Assert.Contains("it is a template ({{)", template.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM alpine:{{ version }}\n")]
    [InlineData("{% if x %}\nFROM alpine\n{% endif %}\n")]
    [InlineData("FROM alpine:@VERSION@\n")]
    [InlineData("FROM alpine:v@VERSION@\n")]
    [InlineData("FROM %%BASE%%\nRUN   a\n")]
    [InlineData("FROM <%= base %>\nRUN   a\n")]
    [InlineData("FROM a:${templateOption:variant}\n")]
    public void A_template_stays_byte_for_byte(string text)
    {
        _workspace.Add("Dockerfile", text + "run   x\n");
        var outcome = Format("Dockerfile");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("left as it is: it is a template", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(text + "run   x\n", Read("Dockerfile"));
    }

    [Theory]
    [InlineData("FROM alpine\nRUN   adduser B@dP@ssw0rd\n")]
    [InlineData("FROM alpine\nRUN   docker inspect -f '{{.Id}}' x\n")]
    [InlineData("FROM alpine\nRUN   echo a@b.org\nCOPY <<E /x\n{{ if }}\nE\n")]
    public void What_looks_like_a_template_and_is_none_is_formatted(string text)
    {
        Assert.Equal(text.Replace("RUN   ", "RUN ", StringComparison.Ordinal), FormatInput(text).Output);
    }

    [Fact]
    public void Other_files_are_formatted_though_one_is_rejected()
    {
        _workspace.Add("a.Dockerfile", "FROM alpine\nFOO   bar\n").Add("b.Dockerfile", Ugly);
        var outcome = Format("a.Dockerfile", "b.Dockerfile");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("a.Dockerfile:2:1: DL1000 error: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(("FROM alpine\nFOO   bar\n", Pretty), (Read("a.Dockerfile"), Read("b.Dockerfile")));
    }

    [Fact]
    public void Keys_can_be_kept()
    {
        _workspace.Add("Dockerfile", Ugly);
        Assert.Equal(new Outcome(0, "", "1 of 1 file formatted\n"), Format("--keep-keys", "Dockerfile"));
        Assert.Equal("FROM alpine:3.22\nRUN a \\\n  &&   b\nENV A=1 \\\n    B=2\n", Read("Dockerfile"));
    }

    [Fact]
    public void Steps_that_take_files_from_one_that_is_built_again_may_be_built_again()
    {
        var outcome = FormatInput("FROM a AS x\nRUN   b  c\nFROM a\nCOPY --from=x /y /y\nRUN d\n");
        Assert.Equal("-: 1 step rebuilds: line 2; 2 steps rebuild if the files it takes differ: lines 5, 6\n", outcome.Error);
    }

    [Fact]
    public void Only_the_lines_of_a_range_are_formatted()
    {
        const string Text = "from   a\nrun   b\n\n\nrun   c \\\n  &&  d\nrun   e\n";
        Assert.Equal("from   a\nrun   b\n\n\nRUN c \\\n    && d\nrun   e\n", FormatInput(Text, "--range", "6-6").Output);
        Assert.Equal("from   a\nRUN b\n\n\nrun   c \\\n  &&  d\nrun   e\n", FormatInput(Text, "--range", "2-3").Output);
        foreach (var wrong in (string[])["0-3", "3", "4-2", "a-b", "1-"])
        {
            var outcome = FormatInput(Text, "--range", wrong);
            Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
            Assert.Contains("--range takes FIRST-LAST", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Line_ends_the_byte_order_mark_and_bytes_that_are_no_text_stay()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "FROM a\r\nRUN   echo "u8, 0xE9, .. " \\\r\n  &&  b\r\n"u8];
        File.WriteAllBytes(Path.Combine(_workspace.Folder, "Dockerfile"), bytes);
        Assert.Equal(0, Format("Dockerfile").ExitCode);
        byte[] expected = [0xEF, 0xBB, 0xBF, .. "FROM a\r\nRUN echo "u8, 0xE9, .. " \\\r\n    && b\r\n"u8];
        Assert.Equal(expected, File.ReadAllBytes(Path.Combine(_workspace.Folder, "Dockerfile")));
    }

    [Fact]
    public void The_style_comes_from_the_editors_file_and_over_it_from_the_configuration()
    {
        _workspace.Add(".editorconfig",
            "root = true\n[*]\nindent_style = space\nindent_size = 8\n[{Dockerfile,*.Dockerfile}]\nindent_size = 2\nend_of_line = crlf\n");
        _workspace.Add("Dockerfile", Ugly);
        Assert.Equal(0, Format("Dockerfile").ExitCode);
        Assert.Equal("FROM alpine:3.22\r\nRUN a \\\r\n  && b\r\nENV A=1 \\\r\n  B=2\r\n", Read("Dockerfile"));

        _workspace.Add(".editorconfig", "root = true\n[*]\nindent_style = tab\n").Add("Dockerfile", Ugly);
        Assert.Equal(Pretty.Replace("    ", "\t", StringComparison.Ordinal), FormatInput(Ugly).Output);

        _workspace.Add(".dockerlint.yaml", "format:\n  indent: 3\n  keyword-case: lower\n  operators: trailing\n");
        Assert.Equal(0, Format("Dockerfile").ExitCode);
        Assert.Equal("from alpine:3.22\nrun a && \\\n   b\nenv A=1 \\\n   B=2\n", Read("Dockerfile"));
    }

    [Fact]
    public void The_path_of_standard_input_decides_on_its_style()
    {
        _workspace.Add("sub/.dockerlint.yaml", "format:\n  indent: 1\n");
        Assert.Equal(
            Pretty.Replace("    ", " ", StringComparison.Ordinal), FormatInput(Ugly, "--stdin-file-path", "sub/Dockerfile").Output);
    }

    [Theory]
    [InlineData("indent: 77", "indent takes a whole number from 0 to 16")]
    [InlineData("indnet: 2", "unknown key indnet in format")]
    [InlineData("operators: middle", "operators takes leading or trailing")]
    public void A_style_that_is_none_is_told_and_gives_2(string line, string message)
    {
        _workspace.Add("Dockerfile", Ugly).Add(".dockerlint.yaml", $"format:\n  {line}\n");
        var outcome = Format("Dockerfile");
        Assert.Equal((2, Ugly), (outcome.ExitCode, Read("Dockerfile")));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(":2:", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_switch_it_off_and_on()
    {
        const string Text = "FROM a\n# dockerlint fmt: off\nrun   b\n\n\n\nrun   c\n# dockerlint fmt: on\nrun   d\n# dockerlint fmt: "
            + "skip\nrun   e\nrun   f\n";
        Assert.Equal(
            "FROM a\n# dockerlint fmt: off\nrun   b\n\n\n\nrun   c\n# dockerlint fmt: on\nRUN d\n# dockerlint fmt: skip\nrun   e\nRUN f\n",
            FormatInput(Text).Output);
    }

    [Fact]
    public void Rules_about_the_layout_are_off_where_it_is_formatted()
    {
        _workspace.Add("Dockerfile", "from alpine:3.22\nRUN a \\\n\n  && b\nUSER 1000\nCMD [\"x\"]\n");
        var before = CommandLine.Run(_workspace.Folder, "lint", "-f", "gnu", "Dockerfile").Output;
        Assert.Contains("ConsistentInstructionCasing", before, StringComparison.Ordinal);
        Assert.Contains("NoEmptyContinuation", before, StringComparison.Ordinal);
        _workspace.Add(".dockerlint.yaml", "format: {}\n");
        Assert.Equal("", CommandLine.Run(_workspace.Folder, "lint", "-f", "gnu", "Dockerfile").Output);
    }

    [Fact]
    public void What_was_formatted_is_formatted_after_fixes_and_what_was_not_is_left()
    {
        const string Formatted = "FROM alpine:3.22\nRUN apk add \\\n        curl\nRUN apt-get install foo && apt-get install bar\nUSER "
            + "1000\n";
        var pretty = FormatInput(Formatted).Output;
        _workspace.Add("Dockerfile", pretty).Add("b.Dockerfile", "FROM  alpine:3.22\nRUN   apk add curl\nUSER 1000\n");
        CommandLine.Run(_workspace.Folder, "lint", "--fix", "--unsafe-fixes", "Dockerfile", "b.Dockerfile");
        Assert.NotEqual(pretty, Read("Dockerfile"));
        Assert.Equal(0, Format("--check", "Dockerfile").ExitCode);
        Assert.StartsWith("FROM  alpine:3.22\nRUN   apk", Read("b.Dockerfile"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- Dockerfile")]
    [InlineData("--stdin-file-path x Dockerfile")]
    [InlineData("--range 1-2 .")]
    [InlineData("--jobs 0 Dockerfile")]
    [InlineData("--chek Dockerfile")]
    [InlineData("no-such-file")]
    public void What_cannot_be_done_is_told_and_gives_2(string arguments)
    {
        _workspace.Add("Dockerfile", Ugly);
        var outcome = Format(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("dockerlint: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(Ugly, Read("Dockerfile"));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told()
    {
        _workspace.Add("Dockerfile", Ugly);
        File.SetAttributes(Path.Combine(_workspace.Folder, "Dockerfile"), FileAttributes.ReadOnly);
        var outcome = Format("Dockerfile");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("cannot write Dockerfile: the file is read-only", outcome.Error, StringComparison.Ordinal);
    }
}
