using System.Diagnostics;
using System.Text.Json;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Runs the built program in a repository of its own.</summary>
public sealed class CacheCommandTests : IDisposable
{
    private const string Dockerfile =
        "ARG TAG=1\nFROM base:$TAG AS build\nARG VERSION=1\nCOPY src /src\nRUN make\nFROM scratch\nCOPY --from=build /out /out\nCMD "
        + "[\"/out\"]\n";

    private readonly TemporaryFolder _folder = new();

    public CacheCommandTests()
    {
        _folder.Git("init", "-q");
        _folder.Write("Dockerfile", Dockerfile);
        _folder.Write("src/a.c", "one");
        _folder.Write("README.md", "one");
        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "-m", "first");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_revisions_are_compared_and_the_changed_file_is_named()
    {
        Commit("src/a.c", "two");
        var (code, output, _) = Run("cache", "diff", "HEAD~1", "HEAD");
        Assert.Equal(0, code);
        Assert.Equal("""
            buildkit, target 1: 1 reused, 3 rebuilt, 4 metadata

            stage build
              rebuilt     4  COPY src /src  (~0.5 s)
                             `src/a.c` changed, read by COPY src /src at line 4
              rebuilt     5  RUN make  (~60 s)
                             rebuilt because line 4 was

            stage 1
              rebuilt     7  COPY --from=build /out /out  (~0.5 s)
                             `/out` of stage `build` is made again since line 4 is rebuilt; if it comes out the same, this copy is still re-used

            3 of 3 steps are done again: 61 s of the 61 s of a whole build (estimate); 1 step of them only if what is made again comes out otherwise

            """.ReplaceLineEndings("\n"), output);
        var all = Run("cache", "diff", "HEAD~1", "HEAD", "--all").Output;
        Assert.Contains("\n  metadata    1  ARG TAG=1\n", all, StringComparison.Ordinal);
        Assert.Contains("\n  reused      2  FROM base:$TAG AS build\n", all, StringComparison.Ordinal);
        Assert.Equal("buildkit, target 1: 4 reused, 4 metadata\nnothing is done again: every step is reused\n",
            Run("cache", "diff", "HEAD", "HEAD").Output);
    }

    [Fact]
    public void A_file_no_step_reads_rebuilds_nothing()
    {
        Commit("README.md", "two");
        var steps = Json("cache", "diff", "HEAD~1", "HEAD", "--format", "json");
        Assert.Equal(0, steps.GetProperty("summary").GetProperty("rebuilt").GetInt32());
    }

    [Fact]
    public void The_work_tree_and_the_directory_are_states_too()
    {
        _folder.Write("src/a.c", "two");
        Assert.Equal(
            3, Json("cache", "diff", "HEAD", ":worktree", "--format", "json").GetProperty("summary").GetProperty("rebuilt").GetInt32());
        Assert.Equal(3, Json("cache", "diff", ":index", ".", "--format", "json").GetProperty("summary").GetProperty("rebuilt").GetInt32());
        Assert.Equal(
            0, Json("cache", "diff", "HEAD", ":index", "--format", "json").GetProperty("summary").GetProperty("rebuilt").GetInt32());
    }

    [Fact]
    public void The_JSON_has_one_entry_for_each_instruction()
    {
        var json = Json("cache", "diff", "HEAD", "HEAD", "--after-build-arg", "VERSION=2", "--format", "json");
        Assert.Equal(("buildkit", "1"), (json.GetProperty("builder").GetString(), json.GetProperty("target").GetString()));
        var steps = json.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 8), steps.Select(step => step.GetProperty("line").GetInt32()));
        var run = steps[4];
        Assert.Equal("""
            {"stage":"build","line":5,"endLine":5,"instruction":"RUN make","status":"rebuilt","certainty":"certain","cause":{"kind":"argument","detail":"build argument VERSION changed, in force since line 3","line":3},"chain":[]}
            """.Trim(), run.GetRawText());
        Assert.Equal("argument", steps[6].GetProperty("chain")[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("rebuilt", "--after-build-arg", "TAG=2")]
    [InlineData("rebuilt", "--before-base", "base:1=sha256:1", "--after-base", "base:1=sha256:2")]
    [InlineData("reused", "--base", "base:1=sha256:1")]
    public void Base_images_are_the_same_by_name_or_by_digest(string status, params string[] options)
    {
        var json = Json(["cache", "diff", "HEAD", "HEAD", "--format", "json", .. options]);
        Assert.Equal(status, json.GetProperty("steps")[1].GetProperty("status").GetString());
    }

    [Fact]
    public void The_classic_builder_and_another_target_can_be_asked_for()
    {
        var json = Json("cache", "diff", "HEAD", "HEAD", "--builder", "classic", "--target", "build", "--format", "json");
        Assert.Equal(["metadata", "reused", "reused", "reused", "reused", "skipped", "skipped", "skipped"],
            json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("status").GetString()));
    }

    [Fact]
    public void Markdown_and_annotations_name_the_cause()
    {
        Commit("src/a.c", "two");
        Assert.Contains("| 4 | `COPY src /src` | `src/a.c` changed, read by COPY src /src at line 4 |",
            Run("cache", "diff", "HEAD~1", "HEAD", "--format", "markdown").Output, StringComparison.Ordinal);
        Assert.Contains("::notice file=Dockerfile,line=4,endLine=4,title=Rebuilt step::COPY src /src: `src/a.c` changed",
            Run("cache", "diff", "HEAD~1", "HEAD", "--format", "github").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere is neither a directory nor a git revision", "nowhere", "HEAD")]
    [InlineData("HEAD: there is no other", "HEAD", "HEAD", "-f", "other")]
    [InlineData("HEAD: Dockerfile has no stage prod", "HEAD", "HEAD", "--target", "prod")]
    [InlineData("--base expects IMAGE=DIGEST, not x", "HEAD", "HEAD", "--base", "x")]
    public void Bad_input_gives_a_clear_message_and_exit_code_2(string message, params string[] arguments)
    {
        var (code, output, errors) = Run(["cache", "diff", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("dockerlint: " + message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Dockerfile_the_engine_rejects_is_told_with_its_place()
    {
        Commit("Dockerfile", "FROM a\nRUNN x\n");
        var (code, _, errors) = Run("cache", "diff", "HEAD~1", "HEAD");
        Assert.Equal(2, code);
        Assert.StartsWith("dockerlint: HEAD: Dockerfile:2:1: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_says_what_each_step_reads_and_what_is_behind_it()
    {
        var (code, output, _) = Run("cache", "explain", "HEAD");
        Assert.Equal(0, code);
        Assert.StartsWith("most exposed:\n  line   5, ~60 s, done again if one of 1 file changes: RUN make\n", output,
            StringComparison.Ordinal);
        Assert.Contains("├─   4 COPY src /src\n│        own key: 1 file of 3 B, its own text\n│        exposed to 1 file, base:1; 2 "
            + "steps behind it\n", output, StringComparison.Ordinal);
        var steps = Json("cache", "explain", "--format", "json").GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["VERSION"], steps[4].GetProperty("arguments").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal(1, steps[4].GetProperty("behind").GetInt32());
    }

    private void Commit(string path, string text)
    {
        _folder.Write(path, text);
        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "-m", "next");
    }

    private JsonElement Json(params string[] arguments)
    {
        var (code, output, errors) = Run(arguments);
        Assert.Equal((0, ""), (code, errors));
        return JsonDocument.Parse(output).RootElement;
    }

    private (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dockerlint.dll"), .. arguments])
        {
            WorkingDirectory = _folder.Path,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        var run = ProgramRun.Of(start);
        return (run.ExitCode, run.Output, run.Error);
    }
}
