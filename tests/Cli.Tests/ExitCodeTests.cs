using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class ExitCodeTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    private Outcome Lint(params IReadOnlyList<string> arguments) => CommandLine.Run(_workspace.Folder, ["lint", .. arguments]);

    [Fact]
    public void A_clean_file_says_nothing_and_gives_0()
    {
        _workspace.Add("Dockerfile", Workspace.Clean);
        Assert.Equal(new Outcome(0, "", ""), Lint("Dockerfile"));
    }

    [Fact]
    public void Findings_go_to_standard_output_and_give_1()
    {
        _workspace.Add("Dockerfile", Workspace.Untagged);
        Assert.Equal(
            new Outcome(1, "Dockerfile\n\n  1:6 warning DL3006 untagged-base-image\n     image alpine has no tag\n   1 | FROM alpine\n     |      ^^^^^^\n"
                + "\n1 finding (1 warning) in 1 file\n", ""),
                Lint("Dockerfile"));
    }

    [Fact]
    public void Findings_below_the_threshold_are_shown_and_give_0()
    {
        _workspace.Add("Dockerfile", Workspace.Untagged);
        var outcome = Lint("--failure-threshold", "error", "Dockerfile");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("DL3006", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint --no-such-option Dockerfile")]
    [InlineData("lint --format nonsense Dockerfile")]
    [InlineData("lint --jobs 0 Dockerfile")]
    [InlineData("lint --jobs many Dockerfile")]
    [InlineData("nonsense")]
    [InlineData("rules NO_SUCH_RULE")]
    [InlineData("parse no-such-file")]
    [InlineData("lint no-such-file")]
    [InlineData("lint /proc/self/mem")]
    public void What_cannot_be_done_is_told_on_standard_error_and_gives_2(string arguments)
    {
        _workspace.Add("Dockerfile", Workspace.Clean);
        var outcome = CommandLine.Run(_workspace.Folder, arguments.Split(' '));
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("dockerlint: ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_option_is_called_one()
    {
        var outcome = Lint("--fromat", "json", "Dockerfile");
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("dockerlint: there is no option --fromat, did you mean --format?\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_unreadable_and_one_broken_file_do_not_end_the_run()
    {
        _workspace.Add("a", Workspace.Untagged).Add("b", "NONSENSE\n").Add("c", Workspace.Untagged);
        var outcome = Lint("--format", "gnu", "a", "missing", "b", "c");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(["a", "b", "c"], outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[1])
            .Distinct());
        Assert.StartsWith("dockerlint: cannot read missing: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_may_not_be_searched_gives_2_and_the_others_are_searched()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may search every folder");
        _workspace.Add("closed/Dockerfile", Workspace.Clean).Add("open/Dockerfile", Workspace.Untagged);
        var outcome = CommandLine.Shell(_workspace.Folder, "chmod 0 closed; $DOCKERLINT lint .; code=$?; chmod 700 closed; exit $code");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("open/Dockerfile", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("cannot search ./closed", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_linted_under_the_name_of_a_dash()
    {
        var outcome = CommandLine.RunWithInput(_workspace.Folder, "FROM alpine\n"u8.ToArray(), "lint", "-f", "gnu", "-");
        Assert.Equal((1, "dockerlint:-:1:6: DL3006 warning: image alpine has no tag\n"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_linted_and_printed_back_unchanged()
    {
        byte[] bytes = [.. "FROM alpine\nLABEL a="u8, 0xFF, 0xFE, (byte)'\n'];
        var file = Path.Combine(_workspace.Folder, "Dockerfile");
        File.WriteAllBytes(file, bytes);
        Assert.Contains("DL3006", Lint("Dockerfile").Output, StringComparison.Ordinal);
        var copied = CommandLine.Shell(_workspace.Folder, "$DOCKERLINT parse --format text Dockerfile > copy; cmp Dockerfile copy");
        Assert.Equal(new Outcome(0, "", ""), copied);
    }
}
