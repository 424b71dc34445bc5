using System.Text.Json;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary><c>dockerlint cache optimize</c> in a repository of its own.</summary>
public sealed class CacheOptimizeTests : IDisposable
{
    private const string Before = "FROM python:3.13\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n";
    private const string After = "FROM python:3.13\nWORKDIR /app\nCOPY requirements.txt .\nRUN "
        + "--mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\nCOPY . .\n";

    private readonly TemporaryFolder _folder = new();

    public CacheOptimizeTests()
    {
        _folder.Git("init", "-q");
        _folder.Write("Dockerfile", Before);
        _folder.Write(".dockerignore", ".git\n");
        _folder.Write("requirements.txt", "flask\n");
        for (var i = 0; i < 4; i++)
        {
            _folder.Write("app.py", $"{i}");
            _folder.Git("add", "-A");
            _folder.Git("commit", "-q", "-m", "next");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_proposal_has_its_hit_rate_before_and_after_and_why_the_image_stays_the_same()
    {
        var (code, output, errors) = CommandLine.Run(_folder.Path, "cache", "optimize");
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal("""
            Dockerfile: 2 proposals; hit rate 33.3 % -> 75 %, 4,050 s -> 50 s in 100 commits

            1. line 4: copy the manifests first and install the dependencies from them
               hit rate 33.3 % -> 75 %, 4,050 s -> 50 s in 100 commits
               on a machine that begins empty (mode=min): 4,050 s -> 50 s
               same image: the installation reads nothing but its manifests

            2. line 4: keep the downloads of this step in a cache mount
               hit rate unchanged; when it is done again, less is downloaded
               on a machine that begins empty: nothing, since its cache mounts are empty
               same image: the mount holds what the tool can make again, and no other step reads it

            seconds are an estimate by the kind of each command; --timings takes measured ones

            """.ReplaceLineEndings("\n"), output);
        Assert.Equal(Before, File.ReadAllText(Path.Combine(_folder.Path, "Dockerfile")));
    }

    [Fact]
    public void What_no_build_reads_is_to_be_ignored_with_figures()
    {
        // The files of the last stage's own copy are in the image; those of a stage from which one folder is taken are not.
        _folder.Write("Dockerfile",
            "FROM node:24 AS web\nWORKDIR /w\nCOPY . .\nRUN npm run build\nFROM nginx:1\nCOPY --from=web /w/dist /srv\n");
        _folder.Write("package.json", "{ \"description\": \"see docs/README.md\", \"files\": [\"docs/kept.md\"] }");
        _folder.Write("docs/kept.md", "kept");
        foreach (var text in (string[])["1", "2", "3"])
        {
            _folder.Write("docs/page.md", text);
            _folder.Git("add", "-A");
            _folder.Git("commit", "-q", "-m", "docs");
            _folder.Write(".github/ci.yml", text);
            _folder.Git("add", "-A");
            _folder.Git("commit", "-q", "-m", "docs");
        }

        var ignore = Ignored("--last", "4");
        Assert.Equal([".github", "docs|**/*.md|!docs/kept.md"], ignore.Select(item => string.Join('|', item.GetProperty("lines")
            .EnumerateArray().Select(line => line.GetString()).OrderBy(line => line!.StartsWith('!') ? 2 : line.StartsWith('*') ? 1 : 0))));
        Assert.True(ignore[^1].GetProperty("keepsImage").GetBoolean());
        Assert.Equal(0, ignore[^1].GetProperty("secondsPer100CommitsAfter").GetDouble());
        Assert.Equal(0, CommandLine.Run(_folder.Path, "cache", "optimize", "--last", "4", "--write").ExitCode);
        Assert.StartsWith(".git\n.github\n", File.ReadAllText(Path.Combine(_folder.Path, ".dockerignore")), StringComparison.Ordinal);
        Assert.Empty(Ignored("--last", "4", "--context-kind", "git-url"));
    }

    [Theory]
    [InlineData("RUN npm run build && cat docs/page.md", "", "line 4 says docs, which may work with them")]
    [InlineData("RUN npx mkdocs build", "", "line 4 says mkdocs, which may work with them")]
    [InlineData("RUN npm run build", "!docs/page.md", "the .dockerignore file takes some of them back in on purpose")]
    public void What_a_step_may_read_is_not_to_be_ignored_and_the_reason_is_told(string run, string rule, string doubt)
    {
        _folder.Write("Dockerfile", $"FROM node:24 AS web\nWORKDIR /w\nCOPY . .\n{run}\nFROM nginx:1\nCOPY --from=web /w/dist /srv\n");
        _folder.Write(".dockerignore", $".git\n{rule}\n");
        foreach (var text in (string[])["1", "2"])
        {
            _folder.Write("docs/page.md", text);
            _folder.Git("add", "-A");
            _folder.Git("commit", "-q", "-m", "docs");
        }

        Assert.Equal(doubt, Assert.Single(Ignored("--last", "1")).GetProperty("doubt").GetString());
    }

    private List<JsonElement> Ignored(params string[] arguments)
    {
        var outcome = CommandLine.Run(_folder.Path, ["cache", "optimize", "--format", "json", .. arguments]);
        return [.. JsonDocument.Parse(outcome.Output).RootElement.GetProperty("ignore").EnumerateArray()];
    }

    [Fact]
    public void The_diff_applies_and_writing_does_the_same()
    {
        var diff = CommandLine.Run(_folder.Path, "cache", "optimize", "--diff").Output;
        _folder.Write("proposal.diff", diff);
        _folder.Git("apply", "proposal.diff");
        Assert.Equal(After, File.ReadAllText(Path.Combine(_folder.Path, "Dockerfile")));
        _folder.Write("Dockerfile", Before);
        Assert.Equal(0, CommandLine.Run(_folder.Path, "cache", "optimize", "--write").ExitCode);
        Assert.Equal(After, File.ReadAllText(Path.Combine(_folder.Path, "Dockerfile")));
        Assert.Equal("Dockerfile: nothing to propose", CommandLine.Run(_folder.Path, "cache", "optimize").Output.Split(';')[0]);
    }

    [Fact]
    public void Other_names_of_the_file_that_keep_the_old_content_are_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere nobody counts the names of a file");
        _folder.Run("ln", "Dockerfile", "other");
        var outcome = CommandLine.Run(_folder.Path, "cache", "optimize", "--write");
        Assert.Equal((0, "dockerlint: ./Dockerfile: the file has 2 names (hard links), and the others keep the old content\n"),
            (outcome.ExitCode, outcome.Error));
        Assert.Equal(Before, File.ReadAllText(Path.Combine(_folder.Path, "other")));
    }

    [Fact]
    public void What_cannot_be_shown_to_keep_the_image_is_told_and_not_written()
    {
        _folder.Write("requirements.txt", "-e .\n");
        var json = JsonDocument.Parse(CommandLine.Run(_folder.Path, "cache", "optimize", "--format", "json").Output).RootElement;
        Assert.Equal(
            "requirements.txt has -e ., which may need other files", json.GetProperty("notProposed")[0].GetProperty("doubt").GetString());
        Assert.DoesNotContain("COPY requirements.txt", json.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cannot read the history of x..y: ", "x..y")]
    [InlineData("there is no ", "--file", "other")]
    [InlineData("Dockerfile has no stage prod", "--target", "prod")]
    public void Bad_input_gives_a_clear_message_and_exit_code_2(string message, params string[] arguments)
    {
        var (code, output, errors) = CommandLine.Run(_folder.Path, ["cache", "optimize", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }
}
