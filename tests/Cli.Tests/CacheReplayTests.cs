using System.Text.Json;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary><c>dockerlint cache replay</c> in a repository of its own.</summary>
public sealed class CacheReplayTests : IDisposable
{
    private const string Dockerfile = "FROM python:3.13\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n";

    private readonly TemporaryFolder _folder = new();

    public CacheReplayTests()
    {
        _folder.Git("init", "-q");
        Commit(("Dockerfile", Dockerfile), (".dockerignore", ".git\ndocs\n"), ("requirements.txt", "1"), ("app.py", "1"));
        Commit(("docs/a.md", "1"));
        Commit(("app.py", "2"));
        Commit(("app.py", "3"), ("requirements.txt", "2"));
        Commit(("app.py", "4"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_step_has_its_hit_rate_what_broke_it_and_what_it_costs()
    {
        var (code, output, errors) = Run("cache", "replay");
        Assert.Equal((0, ""), (code, errors));
        var lines = output.Split('\n');
        Assert.EndsWith(": 4 builds, 1 of them reuse every step", lines[0], StringComparison.Ordinal);
        Assert.Equal("hit rate 50 % of 12 steps", lines[1]);
        Assert.Equal("3,038 s are spent on steps that are done again in 100 commits", lines[2]);
        Assert.Equal("(estimate: no times were given for the steps marked ~, which count by the kind of their command)", lines[3]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Equal("""
              reused  of builds  s/100 commits  line  step
            stage 0
               100 %          4           ~0 s     2  WORKDIR /app
                25 %          4          ~38 s     3  COPY . .
                                                      app.py 3x, requirements.txt 1x
                25 %          4       ~3,000 s     4  RUN pip install -r requirements.txt
                                                      app.py 3x, requirements.txt 1x
            """.ReplaceLineEndings("\n"), string.Join('\n', lines[5..]).TrimEnd('\n'));
    }

    [Fact]
    public void Other_caches_are_compared_and_it_is_said_whether_mode_max_is_worth_its_upload()
    {
        var output = Run("cache", "replay", "--compare-caches").Output;
        Assert.Contains("an empty machine, imports nothing                   0 %", output, StringComparison.Ordinal);
        Assert.EndsWith("mode=max keeps nothing that mode=min does not: min is enough\n", output, StringComparison.Ordinal);
        _folder.Write("Dockerfile", "FROM python:3.13 AS build\nCOPY requirements.txt /r\nRUN pip install -r /r\nCOPY app.py /a\n"
            + "RUN python -m compileall /a\nFROM python:3.13\nCOPY --from=build /a /a\n");
        _folder.Git("commit", "-qam", "stages");
        _folder.Write("app.py", "other");
        _folder.Git("commit", "-qam", "app");
        var caches = Json("cache", "replay", "--last", "1", "--cache", "registry", "--format", "json").GetProperty("caches");
        Assert.Equal(40, caches.GetProperty("savedByMax").GetDouble() / 100, 0);
        Assert.Equal(200, caches.GetProperty("uploadsOfMax").GetDouble());
        Assert.EndsWith("it is worth it while uploading and fetching one of them takes less than 20 s",
            caches.GetProperty("verdict").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local", 25)]
    [InlineData("registry", 25)]
    [InlineData("none", 0)]
    public void A_cache_counts_in_every_figure(string cache, int percent)
    {
        var steps = Json("cache", "replay", "--cache", cache, "--format", "json").GetProperty("steps");
        Assert.Equal(percent / 100.0, steps[2].GetProperty("hitRate").GetDouble());
    }

    [Theory]
    [InlineData("rawjson", """
        {"vertexes":[{"digest":"sha256:1","name":"[internal] load build definition","started":"2026-01-01T10:00:00Z","completed":"2026-01-01T10:00:01Z"}]}
        {"vertexes":[{"digest":"sha256:2","name":"[3/4] COPY . .","started":"2026-01-01T10:00:00Z","completed":"2026-01-01T10:00:02Z"},{"digest":"sha256:3","name":"[4/4] RUN pip install -r requirements.txt","started":"2026-01-01T10:00:02Z"}]}
        {"vertexes":[{"digest":"sha256:3","name":"[4/4] RUN pip install -r requirements.txt","started":"2026-01-01T10:00:02Z","completed":"2026-01-01T10:00:12.500Z"},{"digest":"sha256:4","name":"[2/4] WORKDIR /app","started":"2026-01-01T10:00:02Z","completed":"2026-01-01T10:00:02Z","cached":true}]}
        """)]
    [InlineData("plain", "#5 [internal] load build context\n#5 DONE 0.1s\n\n#7 [2/4] WORKDIR /app\n#7 CACHED\n\n#8 [3/4] COPY . .\n#8 "
        + "DONE 2.0s\n\n#9 [4/4] RUN pip install -r requirements.txt\n#9 0.301 Collecting flask\n#9 DONE 10.5s\n")]
    [InlineData("report", """{"run":"x","steps":[{"line":2,"instruction":"WORKDIR /app","cached":true,"seconds":0.1},{"line":3,"instruction":"COPY . .","cached":false,"seconds":2},{"line":4,"instruction":"RUN pip install -r requirements.txt","cached":false,"seconds":10.5}]}""")]
    public void Times_come_from_the_log_of_a_build(string name, string log)
    {
        _folder.Write(name, log);
        var json = Json("cache", "replay", "--timings", name, "--format", "json");
        var steps = json.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal([(true, 0.1), (false, 2.0), (false, 10.5)],
            steps.Select(step => (step.GetProperty("isEstimate").GetBoolean(), step.GetProperty("seconds").GetDouble())));
        Assert.Equal(787.5, steps[2].GetProperty("secondsPer100Commits").GetDouble());
    }

    [Fact]
    public void A_range_and_a_number_of_commits_choose_what_is_replayed()
    {
        Assert.Equal(2, Json("cache", "replay", "HEAD~2..HEAD", "--format", "json").GetProperty("commits").GetArrayLength());
        Assert.Equal(1, Json("cache", "replay", "--last", "1", "--format", "json").GetProperty("commits").GetArrayLength());
        Assert.Equal(1, Json("cache", "replay", "HEAD~3", "--last", "7", "--format", "json").GetProperty("commits").GetArrayLength());
    }

    [Fact]
    public void A_volatile_argument_breaks_every_step_below_it()
    {
        Commit(("Dockerfile", "FROM python:3.13\nARG GIT_SHA\nRUN a\nCOPY app.py /\n"));
        Commit(("docs/a.md", "2"));
        var json = Json("cache", "replay", "--last", "1", "--volatile-arg", "GIT_SHA", "--format", "json");
        Assert.Equal([0.0, 0.0], json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("hitRate").GetDouble()));
        Assert.Equal(
            "build argument GIT_SHA changed, in force since line 2", json.GetProperty("commits")[0].GetProperty("cause").GetString());
    }

    [Theory]
    [InlineData("cannot read the history of nowhere: ", "nowhere")]
    [InlineData("cannot read times.log: ", "--timings", "times.log")]
    [InlineData("app.py holds no times of steps: ", "--timings", "app.py")]
    [InlineData("there is no directory api", "--context", "api")]
    [InlineData("--last expects a number of commits, not 0", "--last", "0")]
    public void Bad_input_gives_a_clear_message_and_exit_code_2(string message, params string[] arguments)
    {
        var (code, output, errors) = Run(["cache", "replay", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    private void Commit(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            _folder.Write(path, text);
        }

        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "-m", "next");
    }

    private JsonElement Json(params string[] arguments)
    {
        var (code, output, errors) = Run(arguments);
        Assert.Equal((0, ""), (code, errors));
        return JsonDocument.Parse(output).RootElement;
    }

    private Outcome Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
