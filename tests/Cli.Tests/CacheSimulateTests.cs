using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dockerlint.Cache;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary><c>dockerlint cache simulate</c>, and the session behind it.</summary>
public sealed class CacheSimulateTests : IDisposable
{
    private const string Dockerfile = "FROM node:24 AS web\nARG MODE=dev\nCOPY package.json /w/\nRUN npm ci\nCOPY src /w/src\n"
        + "RUN echo $MODE && npm run build\nFROM nginx:1\nCOPY --from=web /w/dist /srv\nRUN nginx -t\n";

    private readonly TemporaryFolder _folder = new();

    public CacheSimulateTests()
    {
        _folder.Write("Dockerfile", Dockerfile);
        _folder.Write(".dockerignore", "docs\n*.log\n!kept.log\n");
        _folder.Write("package.json", "{}");
        _folder.Write("src/a.js", "a");
        _folder.Write("src/deep/b.js", "b");
        _folder.Write("docs/x.md", "x");
        _folder.Write("kept.log", "x");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("reused reused reused rebuilt rebuilt rebuilt rebuilt", "--touch", "src/a.js")]
    [InlineData("reused reused reused rebuilt rebuilt rebuilt rebuilt", "--touch", "./src/")]
    [InlineData("reused reused reused rebuilt rebuilt rebuilt rebuilt", "--touch", "**/b.js")]
    [InlineData("reused reused reused rebuilt rebuilt rebuilt rebuilt", "--touch", "src/new/c.js")]
    [InlineData("reused rebuilt rebuilt rebuilt rebuilt rebuilt rebuilt", "--touch", "package.json")]
    [InlineData("reused rebuilt rebuilt rebuilt rebuilt rebuilt rebuilt", "--touch", "src/a.js", "package.json")]
    [InlineData("reused rebuilt rebuilt rebuilt rebuilt rebuilt rebuilt", "--touch", ".")]
    [InlineData("reused reused reused reused reused reused reused", "--touch", "docs/x.md")]
    [InlineData("reused reused reused reused reused reused reused", "--touch", "other.log")]
    [InlineData("reused reused reused reused reused reused reused", "--touch", "kept.log", "new.txt", "nothing*")]
    [InlineData("reused reused rebuilt rebuilt rebuilt rebuilt rebuilt", "--build-arg", "MODE=prod")]
    [InlineData("reused reused reused reused reused reused reused", "--build-arg", "MODE=dev")]
    [InlineData("reused reused reused reused reused reused reused", "--build-arg", "MODE=x", "--before-build-arg", "MODE=x")]
    [InlineData("reused rebuilt rebuilt rebuilt rebuilt rebuilt rebuilt", "--touch", "src/a.js", "--cache", "registry")]
    public void A_change_in_thought_says_what_a_build_does_again(string statuses, params string[] arguments)
    {
        var root = Simulate(arguments);
        var steps = root.GetProperty("steps").EnumerateArray()
            .Where(step => step.GetProperty("status").GetString() is "reused" or "rebuilt").ToList();
        Assert.Equal(statuses, string.Join(' ', steps.Where(step => step.GetProperty("line").GetInt32() != 7)
            .Select(step => step.GetProperty("status").GetString())));
    }

    [Theory]
    [InlineData("src/a.js", "changed", 1)]
    [InlineData("src", "changed", 2)]
    [InlineData("src/new.js", "added", 1)]
    [InlineData("docs/x.md", "ignored", 0)]
    [InlineData("package.json/x", "ignored", 0)]
    [InlineData("*.nothing", "changed", 0)]
    public void Each_path_says_what_touching_it_does(string path, string kind, int files)
    {
        var touched = Simulate("--touch", path).GetProperty("touched")[0];
        Assert.Equal((kind, files), (touched.GetProperty("kind").GetString(), touched.GetProperty("files").GetInt32()));
    }

    [Fact]
    public void The_shape_is_that_of_diff_and_the_causes_name_the_files()
    {
        var steps = Simulate("--touch", "src/deep/b.js").GetProperty("steps");
        var copy = steps.EnumerateArray().First(step => step.GetProperty("line").GetInt32() == 5);
        Assert.Equal("`src/deep/b.js` changed, read by COPY src /w/src at line 5",
            copy.GetProperty("cause").GetProperty("detail").GetString());
        Assert.Equal("certain", copy.GetProperty("certainty").GetString());
    }

    [Fact]
    public void It_agrees_with_a_real_change()
    {
        _folder.Git("init", "-q");
        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "-m", "first");
        var simulated = Simulate("HEAD", "--context-kind", "directory", "--touch", "src/a.js").GetProperty("steps");
        _folder.Write("src/a.js", "other");
        _folder.Git("commit", "-qam", "second");
        var outcome = CommandLine.Run(
            _folder.Path, "cache", "diff", "HEAD~1", "HEAD", "--context-kind", "directory", "--format", "json");
        Assert.Equal(simulated.GetRawText(), JsonDocument.Parse(outcome.Output).RootElement.GetProperty("steps").GetRawText());
    }

    [Fact]
    public void The_text_says_what_is_done_again_and_what_it_costs()
    {
        var output = CommandLine.Run(_folder.Path, "cache", "simulate", "--touch", "src/a.js").Output;
        Assert.DoesNotContain("npm ci", output, StringComparison.Ordinal);
        Assert.Contains("RUN echo $MODE && npm run build  (~60 s)\n", output, StringComparison.Ordinal);
        Assert.EndsWith("of a whole build (estimate); 2 steps of them only if what is made again comes out otherwise\n", output,
            StringComparison.Ordinal);
        Assert.EndsWith("\nnothing is done again: every step is reused\n",
            CommandLine.Run(_folder.Path, "cache", "simulate", "--touch", "new.txt").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing is to change: name files with --touch, or build arguments with --build-arg")]
    [InlineData("is neither a directory nor a git revision", "no-such", "--touch", "a")]
    [InlineData("there is no ", "--touch", "a", "-f", "other")]
    [InlineData("--build-arg expects NAME=VALUE, not =x", "--build-arg", "=x")]
    public void Bad_input_gives_a_clear_message_and_exit_code_2(string message, params string[] arguments)
    {
        var outcome = CommandLine.Run(_folder.Path, ["cache", "simulate", .. arguments]);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_answers_in_less_than_50_ms_for_a_large_context_and_reads_only_what_is_touched()
    {
        var read = 0;
        var context = ContextManifest.Create(Enumerable.Range(0, 10_000).Select(i =>
            new ContextEntry(string.Create(CultureInfo.InvariantCulture, $"src/d{i % 100}/f{i}.js"), ContextEntryKind.File)
            {
                Mode = 420,
                Content = ContextContent.Deferred(() => ($"{Interlocked.Increment(ref read)}", null)),
            }));
        var tree = DockerfileParser.Parse(SourceText.FromBytes(
            Encoding.UTF8.GetBytes("FROM a\nCOPY . /x\nRUN b\nCOPY src/d1 /y\nCOPY src/d2/*.js /z/\nRUN c\n"), "Dockerfile"));
        var session = CacheSimulation.Of(new BuildState(tree, context, BuildSettings.Default), IgnoreRules.None);
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var watch = Stopwatch.StartNew();
            var answer = session.Try([$"src/d{i}/f{i}.js"], new Dictionary<string, string>());
            best = watch.Elapsed < best ? watch.Elapsed : best;
            Assert.Equal(5, answer.Trace.Count(StepStatus.Rebuilt));
        }

        Assert.True(best < TimeSpan.FromMilliseconds(50), $"the quickest answer took {best}");
        Assert.InRange(read, 1, 20);
    }

    private JsonElement Simulate(params string[] arguments)
    {
        var outcome = CommandLine.Run(_folder.Path, ["cache", "simulate", .. arguments, "--format", "json"]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }
}
