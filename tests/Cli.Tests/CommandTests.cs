using System.Text.Json;
using Dockerlint.Reporting;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class CommandTests
{
    private static readonly string Root = RepositoryRoot.Path;

    private static Outcome Run(params IReadOnlyList<string> arguments) => CommandLine.Run(Root, arguments);

    [Fact]
    public void The_version_is_told()
    {
        var outcome = Run("--version");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+(\+\w+)?\n$", outcome.Output);
    }

    [Theory]
    [InlineData("--help", "lint")]
    [InlineData("lint --help", "--failure-threshold")]
    [InlineData("parse --help", "--format")]
    [InlineData("rules --help", "ID")]
    public void Help_goes_to_standard_output(string arguments, string part)
    {
        var outcome = Run(arguments.Split(' '));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains(part, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_has_a_finding_in_every_format()
    {
        foreach (var format in ReporterCatalog.Names)
        {
            var outcome = Run("lint", "--format", format, "samples/Dockerfile");
            Assert.Equal((format is "codeclimate" or "codacy" ? 0 : 1, ""), (outcome.ExitCode, outcome.Error));
            Assert.Contains("DL3007", outcome.Output, StringComparison.Ordinal);
            if (format is "json" or "sarif")
            {
                JsonDocument.Parse(outcome.Output).Dispose();
            }
        }
    }

    [Theory]
    [InlineData("lint", "--format", "sarif", "samples", ".")]
    [InlineData("lint", "--format", "json", "samples/Dockerfile")]
    [InlineData("lint", "samples/Dockerfile")]
    [InlineData("parse", "--format", "json", "samples/Dockerfile")]
    [InlineData("parse", "samples/Dockerfile")]
    [InlineData("rules", "--format", "markdown")]
    [InlineData("lint", "--help")]
    public void The_native_binary_writes_the_same_bytes_as_the_managed_program(params string[] arguments)
    {
        Assert.SkipWhen(CommandLine.NativeMissing is not null, CommandLine.NativeMissing ?? "");
        var managed = CommandLine.Start([.. CommandLine.Managed, .. arguments], Root, []);
        Assert.NotEqual("", managed.Output);
        Assert.Equal(managed, Run(arguments));
    }

    [Fact]
    public void Rules_are_listed_explained_and_written_as_Markdown()
    {
        Assert.Contains("DL3006", Run("rules").Output, StringComparison.Ordinal);
        Assert.Equal(Run("rules", "DL3006").Output, Run("rules", "untagged-base-image").Output);
        Assert.Equal(File.ReadAllText(RepositoryRoot.Combine("rules.md")), Run("rules", "--format", "markdown").Output);
    }

    [Fact]
    public void Parse_prints_the_tree_the_tree_as_JSON_and_the_source()
    {
        Assert.Contains("FromInstruction 2:1-2:17", Run("parse", "samples/Dockerfile").Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("parse", "--format", "json", "samples/Dockerfile").Output);
        Assert.Equal("Dockerfile", json.RootElement.GetProperty("root").GetProperty("kind").GetString());
        Assert.Equal(File.ReadAllText(RepositoryRoot.Combine("samples", "Dockerfile")),
            Run("parse", "--format", "text", "samples/Dockerfile").Output);
    }

    [Fact]
    public void Parse_tells_errors_on_standard_error_and_gives_1()
    {
        var outcome = CommandLine.RunWithInput(Root, "FROM a\nNONSENSE\n"u8.ToArray(), "parse", "-");
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("-:2:1: DL1000 error: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_Dockerfile_is_clean()
    {
        Assert.Equal(new Outcome(0, "", ""), Run("lint", "--failure-threshold", "style", "Dockerfile"));
    }
}
