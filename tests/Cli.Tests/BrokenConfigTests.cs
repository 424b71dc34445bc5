using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class BrokenConfigTests
{
    private const string Slip = "ignore: [DL3008\nselect: [DL3006]\n";

    [Theory]
    [InlineData("a", "b")]
    [InlineData(".")]
    public void Where_a_configuration_is_broken_the_other_folders_are_linted(params string[] arguments)
    {
        using var work = new Workspace();
        work.Add("a/Dockerfile", "FROM alpine\n");
        work.Add("b/Dockerfile", "FROM debian\n");
        work.Add("a/.dockerlint.yaml", Slip);
        var outcome = CommandLine.Run(work.Folder, ["lint", "-f", "short", .. arguments]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("b/Dockerfile:1:6: warning DL3006", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(".dockerlint.yaml:1:", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("bug", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_configuration_above_does_not_hold_for_a_folder_with_its_own()
    {
        using var work = new Workspace();
        work.Add(".dockerlint.yaml", Slip);
        work.Add("a/Dockerfile", "FROM alpine\n");
        work.Add("b/Dockerfile", "FROM debian\n");
        work.Add("b/.dockerlint.yaml", "select: [DL3006]\n");
        var outcome = CommandLine.Run(work.Folder, "lint", "-f", "short", ".");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("b/Dockerfile:1:6: warning DL3006", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a/Dockerfile", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".hadolint.yaml")]
    [InlineData("compose.yaml")]
    [InlineData("docker-bake.json")]
    public void Other_files_that_are_broken_are_told_as_well(string name)
    {
        using var work = new Workspace();
        work.Add(name, "services: {\na: {build: .}\n}");
        work.Add("Dockerfile", "FROM alpine:3\n");
        var outcome = CommandLine.Run(work.Folder, "lint", name.StartsWith('.') ? "Dockerfile" : name);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"{name}:1:", outcome.Error, StringComparison.Ordinal);
    }
}
