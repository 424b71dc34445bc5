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
               same image: the installation reads nothing but its manifests

            2. line 4: keep the downloads of this step in a cache mount
               hit rate unchanged; when it is done again, less is downloaded
               same image: the mount holds what the tool can make again, and no other step reads it

            seconds are an estimate by the kind of each command; --timings takes measured ones

            """.ReplaceLineEndings("\n"), output);
        Assert.Equal(Before, File.ReadAllText(Path.Combine(_folder.Path, "Dockerfile")));
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
