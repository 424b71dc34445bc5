using System.Text.Json;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>What the program takes from where it runs: variables, the Docker CLI, files that change meanwhile.</summary>
public sealed class SurroundingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SurroundingsTests() => _folder.Write("Dockerfile", "FROM debian\nUSER 1000\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lint", "PROFILE", "hadolint", "", "Dockerfile:1:1: warning DL3006: ")]
    [InlineData("lint", "IGNORE", "DL3006", "", "")]
    [InlineData("lint", "IGNORE", "DL3006", "--ignore=DL3007", "Dockerfile:1:6: warning DL3006: ")]
    [InlineData("lint", "PROFILE", "none", "--profile strict", "Dockerfile:1:6: warning DL3006: ")]
    [InlineData("check", "NO_FAIL", "0", "", "Dockerfile:1:6: warning DL3006: ")]
    [InlineData("cache", "PROFILE", "wrong", "plan .", "FROM debian")]
    public void A_variable_stands_for_a_flag_that_is_not_given(string command, string name, string value, string flags, string begins)
    {
        var result = CommandLine.Shell(_folder.Path,
            $"$DOCKERLINT {command} {flags} {(command == "cache" ? "" : "-f short .")}", ($"DOCKERLINT_{name}", value));
        if (command == "cache")
        {
            Assert.DoesNotContain("--profile", result.Error, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(begins, result.Output[..Math.Min(begins.Length, result.Output.Length)]);
        Assert.Equal(begins.Length == 0 ? 0 : 1, result.ExitCode);
    }

    [Fact]
    public void A_variable_for_a_flag_that_is_on_or_off_takes_a_word_for_it()
    {
        Assert.Equal(0, CommandLine.Shell(_folder.Path, "$DOCKERLINT", ("DOCKERLINT_NO_FAIL", "true")).ExitCode);
        Assert.Equal(1, CommandLine.Shell(_folder.Path, "$DOCKERLINT", ("DOCKERLINT_NO_FAIL", "false")).ExitCode);
    }

    [Fact]
    public void A_variable_that_makes_no_sense_is_refused()
    {
        var result = CommandLine.Shell(_folder.Path, "$DOCKERLINT lint .", ("DOCKERLINT_PROFILE", "hadolnt"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("hadolnt, did you mean hadolint?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Docker_CLI_is_told_what_the_plugin_is()
    {
        var result = CommandLine.Run(_folder.Path, "docker-cli-plugin-metadata");
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal("0.1.0", json.RootElement.GetProperty("SchemaVersion").GetString());
        Assert.NotEqual("", json.RootElement.GetProperty("Vendor").GetString());
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void As_a_plugin_it_is_run_with_its_own_name_first()
    {
        Assert.SkipWhen(CommandLine.NativeMissing is not null, CommandLine.NativeMissing ?? "");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "docker-lint"), CommandLine.Program[0]);
        var linted = CommandLine.Start([Path.Combine(_folder.Path, "docker-lint"), "lint", "-f", "short", "Dockerfile"], _folder.Path, []);
        Assert.StartsWith("Dockerfile:1:6: ", linted.Output, StringComparison.Ordinal);
        var explained = CommandLine.Start([Path.Combine(_folder.Path, "docker-lint"), "lint", "explain", "DL3006"], _folder.Path, []);
        Assert.StartsWith("DL3006 ", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Watching_tells_what_a_change_has_made()
    {
        var result = CommandLine.Shell(_folder.Path,
            "$DOCKERLINT watch -f short Dockerfile > out.txt 2> err.txt & pid=$!; "
            + "for i in {1..100}; do grep -q watching err.txt && break; sleep 0.2; done; cp out.txt first.txt; "
            + "echo 'RUN cd /x && make' >> Dockerfile; "
            + "for i in {1..100}; do grep -q DL3003 out.txt && break; sleep 0.2; done; kill $pid; wait $pid; echo ended $?");
        Assert.Equal("ended 0\n", result.Output);
        Assert.DoesNotContain("DL3003", File.ReadAllText(Path.Combine(_folder.Path, "first.txt")), StringComparison.Ordinal);
        Assert.Contains("Dockerfile:3:5: warning DL3003", File.ReadAllText(Path.Combine(_folder.Path, "out.txt")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("watch", "-")]
    [InlineData("lint", "--watch", "--fix", ".")]
    public void Only_files_that_stay_as_they_are_can_be_watched(params string[] arguments)
    {
        var result = CommandLine.Run(_folder.Path, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--watch looks at files", result.Error, StringComparison.Ordinal);
    }
}
