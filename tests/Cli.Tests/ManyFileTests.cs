using System.Text;
using System.Text.Json;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>Runs over very many files: lists, parts, and what is told meanwhile.</summary>
public sealed class ManyFileTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    private Outcome Lint(byte[] input, params IReadOnlyList<string> arguments) =>
        CommandLine.RunWithInput(_workspace.Folder, input, ["lint", "--shellcheck", "off", "-f", "gnu", .. arguments]);

    [Theory]
    [InlineData("a/Dockerfile\nb c/Dockerfile\n")]
    [InlineData("a/Dockerfile\r\n\r\nb c/Dockerfile")]
    [InlineData("a/Dockerfile\0b c/Dockerfile\0")]
    public void A_list_of_files_is_read_from_standard_input(string list)
    {
        _workspace.Add("a/Dockerfile", Workspace.Untagged).Add("b c/Dockerfile", Workspace.Untagged)
            .Add("not-named/Dockerfile", Workspace.Untagged);
        var outcome = Lint(Encoding.UTF8.GetBytes(list), "--files-from", "-");
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(["a/Dockerfile", "b c/Dockerfile"], outcome.Output.Split('\n')[..^1].Select(line => line.Split(':')[1]));
        _workspace.Add("list", list);
        Assert.Equal(outcome, Lint([], "--files-from", "list"));
    }

    [Fact]
    public void A_name_with_a_line_end_stands_in_a_list_with_zero_bytes()
    {
        _workspace.Add("a\nb", Workspace.Untagged);
        Assert.Equal(
            "dockerlint:a\\nb:1:6: DL3006 warning: image alpine has no tag\n", Lint("a\nb\0"u8.ToArray(), "--files-from", "-").Output);
    }

    [Fact]
    public void An_empty_list_is_no_failure_and_a_missing_one_is()
    {
        Assert.Equal(new Outcome(0, "", "dockerlint: - names no file\n"), Lint([], "--files-from", "-"));
        Assert.Equal(2, Lint([], "--files-from", "missing").ExitCode);
        Assert.Equal(2, Lint("-\n"u8.ToArray(), "--files-from", "-").ExitCode);
    }

    [Fact]
    public void The_parts_of_a_run_are_the_whole_and_do_not_depend_on_the_order()
    {
        var files = Enumerable.Range(0, 60).Select(i => $"team{i % 7}/service{i}/Dockerfile").ToList();
        files.ForEach(file => _workspace.Add(file, "FROM alpine\n# dockerlint ignore=DL3004\nRUN sudo make\n"));
        var whole = Results("--files-from", "-");
        var parts = Enumerable.Range(1, 3).Select(i => Results("--files-from", "-", "--shard", $"{i}/3")).ToList();
        Assert.All(parts, part => Assert.InRange(part.Count, 1, whole.Count - 1));
        Assert.Equal(whole.Order(StringComparer.Ordinal), parts.SelectMany(part => part).Order(StringComparer.Ordinal));

        files.Reverse();
        Assert.Equal(parts[1].Order(StringComparer.Ordinal), Results("--files-from", "-", "--shard", "2/3").Order(StringComparer.Ordinal));
        Assert.Equal(parts[1].Order(StringComparer.Ordinal), Results(".", "--shard", "2/3").Order(StringComparer.Ordinal));

        List<string> Results(params IReadOnlyList<string> arguments)
        {
            var input = arguments.Contains("-") ? Encoding.UTF8.GetBytes(string.Join('\n', files)) : [];
            var outcome = CommandLine.RunWithInput(_workspace.Folder, input, ["lint", "--shellcheck", "off", "-f", "sarif", .. arguments]);
            using var log = JsonDocument.Parse(outcome.Output);
            return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Select(result => result.GetRawText())];
        }
    }

    [Theory]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1/0")]
    [InlineData("1")]
    [InlineData("-1/2")]
    public void A_part_that_there_is_not_is_told(string shard)
    {
        _workspace.Add("Dockerfile", Workspace.Clean);
        var outcome = Lint([], "--shard", shard, "Dockerfile");
        Assert.Equal((2, true), (outcome.ExitCode, outcome.Error.StartsWith("dockerlint: --shard takes I/N", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("$DOCKERLINT lint --shellcheck off -f gnu slow > out", true)]
    [InlineData("$DOCKERLINT lint --shellcheck off -f gnu -o out slow", true)]
    [InlineData("$DOCKERLINT lint --shellcheck off -f gnu slow", false)]
    [InlineData("$DOCKERLINT lint --shellcheck off -f gnu slow > out 2> error; cat error", false)]
    public void A_long_run_tells_its_progress_on_a_terminal_that_shows_nothing_else(string line, bool isTold)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script of util-linux, which makes a terminal, is not installed");
        _workspace.Add("run.sh", "mkfifo slow; (sleep 2.5; echo FROM alpine > slow) &\n"
            + line.Replace("$DOCKERLINT", string.Join(' ', CommandLine.Program), StringComparison.Ordinal) + "\n");
        var outcome = CommandLine.Start(["/usr/bin/script", "-qec", "sh run.sh", "/dev/null"], _workspace.Folder, [], ("TERM", "xterm"));
        Assert.Equal(isTold, outcome.Output.Contains("\r0 files linted\e[K", StringComparison.Ordinal));
        Assert.Equal(isTold, outcome.Output.EndsWith("\r\e[K", StringComparison.Ordinal));
    }
}
