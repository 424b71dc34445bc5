using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class StreamTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public StreamTests() => _workspace.Add("Dockerfile", Workspace.Untagged);

    public void Dispose() => _workspace.Dispose();

    private Outcome Shell(string line, params IReadOnlyList<(string Name, string Value)> environment) =>
        CommandLine.Shell(_workspace.Folder, line, environment);

    [Fact]
    public void A_reader_that_goes_away_is_no_failure_and_the_exit_code_stands()
    {
        for (var i = 0; i < 400; i++)
        {
            _workspace.Add($"many/{i}/Dockerfile", string.Concat(Enumerable.Repeat("FROM alpine\nADD a b\n", 20)));
        }

        Assert.Equal(new Outcome(0, "1\n", ""), Shell("$DOCKERLINT lint many | head -1 > /dev/null; echo ${PIPESTATUS[0]}"));
        Assert.Equal(new Outcome(0, "1\n", ""), Shell("$DOCKERLINT lint many | true; echo ${PIPESTATUS[0]}"));
        Assert.Equal(
            new Outcome(0, "1\n", ""), Shell("$DOCKERLINT lint --format json many | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}"));
    }

    [Fact]
    public void A_full_disk_is_told_and_gives_2()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "no /dev/full here");
        var outcome = Shell("$DOCKERLINT lint Dockerfile > /dev/full");
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("dockerlint: cannot write the output: ", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("lint Dockerfile")]
    [InlineData("lint -f json Dockerfile")]
    [InlineData("lint --statistics Dockerfile")]
    [InlineData("lint --explain DL3006")]
    [InlineData("lint --fix --diff Old")]
    [InlineData("lint - < Dockerfile")]
    [InlineData("fmt - < Dockerfile")]
    [InlineData("parse - < Dockerfile")]
    [InlineData("parse Dockerfile")]
    [InlineData("rules")]
    [InlineData("config schema")]
    [InlineData("config show")]
    [InlineData("config check")]
    [InlineData("completion bash")]
    [InlineData("cache explain .")]
    [InlineData("cache diff . . --format json")]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("lint --help")]
    public void Streams_that_are_closed_or_full_are_told_where_they_can_be_and_are_no_bug(string arguments)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "no /dev/full here");
        _workspace.Add("Old", "FROM alpine:3.22\nRUN apk add x\nWORKDIR app\nCMD cd /x && ls\n");
        var usual = Shell($"$DOCKERLINT {arguments} > /dev/null 2> /dev/null").ExitCode;
        Assert.InRange(usual, 0, 1);
        foreach (var output in new[] { "> /dev/full", ">&-" })
        {
            foreach (var error in new[] { "", "2> /dev/full", "2>&-" })
            {
                var outcome = Shell($"$DOCKERLINT {arguments} {output} {error} {(error == "2>&-" ? "<&-" : "")}");
                Assert.True(outcome.ExitCode == 2 || (outcome.ExitCode == usual && arguments.Contains("--diff", StringComparison.Ordinal)),
                    $"{output} {error}: {outcome}");
                Assert.DoesNotContain("bug", outcome.Error, StringComparison.Ordinal);
            }
        }

        // A run whose messages are lost is none that failed, but for one whose findings are the message.
        Assert.Equal(arguments.Contains("--diff", StringComparison.Ordinal) ? 2 : usual,
            Shell($"$DOCKERLINT {arguments} 2>&- > /dev/null").ExitCode);
    }

    [Fact]
    public void A_report_does_not_go_into_a_file_that_took_the_number_of_a_closed_stream()
    {
        _workspace.Add("x.Dockerfile", "FROM alpine:3.22\nMAINTAINER x\n");
        Shell("$DOCKERLINT lint --fix --unsafe-fixes x.Dockerfile Dockerfile >&- 2>&- <&-");
        Assert.Equal(Workspace.Untagged, File.ReadAllText(Path.Combine(_workspace.Folder, "Dockerfile")));
        Assert.DoesNotContain("DL3006", File.ReadAllText(Path.Combine(_workspace.Folder, "x.Dockerfile")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$DOCKERLINT lint Dockerfile", "", "", true)]
    [InlineData("$DOCKERLINT lint Dockerfile", "NO_COLOR", "1", false)]
    [InlineData("$DOCKERLINT lint Dockerfile", "TERM", "dumb", false)]
    [InlineData("$DOCKERLINT lint --no-color Dockerfile", "", "", false)]
    [InlineData("$DOCKERLINT lint --color never Dockerfile", "FORCE_COLOR", "1", false)]
    [InlineData("$DOCKERLINT lint --color always Dockerfile | cat", "NO_COLOR", "1", true)]
    [InlineData("$DOCKERLINT lint Dockerfile | cat", "FORCE_COLOR", "1", true)]
    [InlineData("$DOCKERLINT lint Dockerfile | cat", "FORCE_COLOR", "0", false)]
    [InlineData("$DOCKERLINT lint Dockerfile | cat", "CLICOLOR_FORCE", "1", true)]
    [InlineData("$DOCKERLINT lint Dockerfile | cat", "", "", false)]
    public void Colours_are_for_terminals_that_want_them(string line, string variable, string value, bool isColored)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script of util-linux, which makes a terminal, is not installed");
        File.WriteAllText(Path.Combine(_workspace.Folder, "run.sh"),
            line.Replace("$DOCKERLINT", string.Join(' ', CommandLine.Program), StringComparison.Ordinal));
        (string, string)[] environment = variable.Length == 0 ? [("TERM", "xterm")] : [("TERM", "xterm"), (variable, value)];
        var outcome = CommandLine.Start(["/usr/bin/script", "-qec", "sh run.sh", "/dev/null"], _workspace.Folder, [], environment);
        Assert.Contains("DL3006", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(isColored, outcome.Output.Contains("\e[1;33m", StringComparison.Ordinal));
        Assert.DoesNotContain("\e[?1h", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_in_a_name_do_not_reach_the_terminal()
    {
        var outcome = CommandLine.Run(_workspace.Folder, "lint", "a\e[31mb");
        Assert.Contains("a\\x1b[31mb", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Timings_go_to_standard_error_with_the_rules_sorted_by_time()
    {
        var outcome = CommandLine.Run(_workspace.Folder, "lint", "--shellcheck", "off", "--timings", "-f", "gnu", "Dockerfile");
        Assert.Equal("dockerlint:Dockerfile:1:6: DL3006 warning: image alpine has no tag\n", outcome.Output);
        var lines = outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("timings: 1 files, ", lines[0], StringComparison.Ordinal);
        var parts = lines[1..].Select(line => line.Split("  ")[^1].Trim()).ToList();
        Assert.Equal(["read", "parse", "model", "scripts", "walk", "suppress", "report"], parts[..7]);
        Assert.Contains("DL3006", parts[7..]);
        var times = lines[8..].Select(line => double.Parse(line.Split(" ms")[0], System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(times.OrderDescending(), times);
    }
}
