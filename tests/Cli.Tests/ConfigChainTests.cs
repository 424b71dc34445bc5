using System.Diagnostics;
using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class ConfigChainTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ConfigChainTests() => _workspace.Add("Dockerfile", Workspace.Untagged);

    public void Dispose() => _workspace.Dispose();

    private Outcome Lint() => CommandLine.Run(_workspace.Folder, "lint", "--shellcheck", "off", "-f", "gnu", "Dockerfile");

    [Fact]
    public void Files_that_extend_many_others_are_read_once_each()
    {
        for (var i = 0; i < 15; i++)
        {
            _workspace.Add($"{i}.yaml", $"extends: [{i + 1}.yaml, ./{i + 1}.yaml, {i + 1}b.yaml]\n")
                .Add($"{i}b.yaml", $"extends: [{i + 1}.yaml, {i + 1}b.yaml]\n");
        }

        _workspace.Add("15.yaml", "ignore: [DL3006]\n").Add("15b.yaml", "{}\n").Add(".dockerlint.yaml", "extends: [0.yaml, 0b.yaml]\n");
        var watch = Stopwatch.StartNew();
        Assert.Equal(new Outcome(0, "", ""), Lint());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"it took {watch.Elapsed}");
        Assert.DoesNotContain("15.yaml:1", CommandLine.Run(_workspace.Folder, "config", "show").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_is_told_once_with_what_is_in_it()
    {
        _workspace.Add(".dockerlint.yaml", "extends: a.yaml\n").Add("a.yaml", "extends: [c.yaml, b.yaml]\n")
            .Add("b.yaml", "extends: a.yaml\n").Add("c.yaml", "{}\n");
        var outcome = Lint();
        Assert.Equal(2, outcome.ExitCode);
        Assert.EndsWith("b.yaml:1:10: extends a.yaml, which extends this file again: a.yaml -> b.yaml -> a.yaml\n", outcome.Error,
            StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_file_that_is_extended_twice_is_no_circle()
    {
        _workspace.Add(".dockerlint.yaml", "extends: [a.yaml, b.yaml]\n").Add("a.yaml", "extends: c.yaml\n")
            .Add("b.yaml", "extends: c.yaml\n").Add("c.yaml", "ignore: [DL3006]\n");
        Assert.Equal(new Outcome(0, "", ""), Lint());
    }

    [Fact]
    public void A_chain_that_is_too_long_and_too_many_files_are_told()
    {
        for (var i = 0; i < 25; i++)
        {
            _workspace.Add($"{i}.yaml", $"extends: {i + 1}.yaml\n");
        }

        _workspace.Add("25.yaml", "{}\n").Add(".dockerlint.yaml", "extends: 0.yaml\n");
        Assert.Contains("more than 20 files deep", Lint().Error, StringComparison.Ordinal);
        for (var i = 0; i < 150; i++)
        {
            _workspace.Add($"{i}.yaml", "{}\n");
        }

        _workspace.Add(".dockerlint.yaml", $"extends: [{string.Join(", ", Enumerable.Range(0, 150).Select(i => $"{i}.yaml"))}]\n");
        Assert.Contains("more than 100 files in all", Lint().Error, StringComparison.Ordinal);
    }
}
