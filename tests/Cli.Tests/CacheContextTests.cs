using System.Text.Json;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>What the build is given: a clone, a directory, an address; and the cache it begins with.</summary>
public sealed class CacheContextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CacheContextTests()
    {
        _folder.Git("init", "-q");
        Commit(("Dockerfile", "FROM a\nCOPY . /src\nRUN make\n"), ("f", "1\n"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "reused rebuilt rebuilt")]
    [InlineData("", "reused reused reused", "--context-kind", "git-url")]
    [InlineData("", "reused reused reused", "--context-kind", "directory")]
    [InlineData(".git\n", "reused reused reused")]
    [InlineData("**/.git\n", "reused reused reused", "--context-kind", "checkout")]
    [InlineData(".git/objects\n", "reused rebuilt rebuilt")]
    public void An_empty_commit_rebuilds_what_takes_gits_own_folder(string ignore, string statuses, params string[] options)
    {
        Commit((".dockerignore", ignore));
        _folder.Git("commit", "-q", "--allow-empty", "-m", "empty");
        Assert.Equal(statuses, Statuses(["cache", "diff", "HEAD~1", "HEAD", .. options]));
    }

    [Fact]
    public void The_cause_names_gits_own_folder()
    {
        _folder.Git("commit", "-q", "--allow-empty", "-m", "empty");
        var cause = Json("cache", "diff", "HEAD~1", "HEAD").GetProperty("steps")[1].GetProperty("cause").GetProperty("detail").GetString();
        Assert.StartsWith("`.git/", cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_counts_gits_own_folder_unless_it_is_ignored()
    {
        _folder.Git("commit", "-q", "--allow-empty", "-m", "empty");
        Assert.Equal(0, Json("cache", "replay").GetProperty("hitRate").GetDouble());
        Assert.Equal(1, Json("cache", "replay", "--context-kind", "git-url").GetProperty("hitRate").GetDouble());
        Commit((".dockerignore", ".git\n"));
        _folder.Git("commit", "-q", "--allow-empty", "-m", "empty");
        Assert.Equal(1, Json("cache", "replay", "--last", "1").GetProperty("hitRate").GetDouble());
    }

    [Fact]
    public void An_address_does_not_apply_dockerignore()
    {
        Commit((".dockerignore", "f\n.git\n"));
        Commit(("f", "2\n"));
        Assert.Equal("reused reused reused", Statuses("cache", "diff", "HEAD~1", "HEAD"));
        Assert.Equal("reused rebuilt rebuilt", Statuses("cache", "diff", "HEAD~1", "HEAD", "--context-kind", "git-url"));
    }

    [Theory]
    [InlineData("* text eol=crlf\n")]
    [InlineData("f text eol=crlf\n")]
    public void A_clean_work_tree_equals_its_commit_however_git_checked_it_out(string attributes)
    {
        Commit((".gitattributes", attributes), (".dockerignore", ".git\n"));
        _folder.Git("rm", "-q", "--cached", "-r", ".");
        _folder.Git("reset", "-q", "--hard");
        Assert.Equal("reused reused reused", Statuses("cache", "diff", "HEAD", "."));
        Assert.Equal("reused reused reused", Statuses("cache", "diff", ".", "HEAD"));
    }

    [Fact]
    public void An_untracked_file_and_a_changed_one_are_in_a_directory()
    {
        Commit((".dockerignore", ".git\n"));
        _folder.Write("untracked", "x");
        Assert.Equal("reused rebuilt rebuilt", Statuses("cache", "diff", "HEAD", "."));
        File.Delete(Path.Combine(_folder.Path, "untracked"));
        _folder.Write("f", "2\n");
        Assert.Equal("reused rebuilt rebuilt", Statuses("cache", "diff", "HEAD", "."));
    }

    [Fact]
    public void A_submodule_that_moves_is_told_and_a_clean_one_equals_its_commit()
    {
        using var other = new TemporaryFolder();
        other.Git("init", "-q");
        other.Write("x", "1");
        other.Git("add", "-A");
        other.Git("commit", "-q", "-m", "one");
        _folder.Git("-c", "protocol.file.allow=always", "submodule", "add", "-q", other.Path, "lib");
        Commit((".dockerignore", ".git\n"));
        Assert.Equal("reused reused reused", Statuses("cache", "diff", "HEAD", "."));

        File.WriteAllText(Path.Combine(_folder.Path, "lib", "x"), "2");
        Assert.Equal("reused rebuilt rebuilt", Statuses("cache", "diff", "HEAD", "."));
        _folder.Git("-C", "lib", "commit", "-q", "-a", "-m", "two");
        Commit(("other", "1"));
        var step = Json("cache", "diff", "HEAD~1", "HEAD").GetProperty("steps")[1];
        Assert.Equal("rebuilt", step.GetProperty("status").GetString());
        Assert.Contains(
            "submodule `lib` moved from ", step.GetProperty("cause").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rebuilt reused", "--cache", "local")]
    [InlineData("rebuilt reused", "--cache", "registry", "--cache-mode", "max")]
    [InlineData("rebuilt rebuilt", "--cache", "registry")]
    [InlineData("rebuilt rebuilt", "--cache", "gha", "--cache-mode", "min")]
    [InlineData("rebuilt rebuilt", "--cache", "inline")]
    [InlineData("rebuilt rebuilt", "--cache", "none")]
    public void A_cold_builder_finds_what_was_exported(string statuses, params string[] options)
    {
        Commit(("Dockerfile", "FROM a AS build\nRUN deps\nCOPY f /f\nFROM a\nCOPY --from=build /f /f\n"));
        Commit(("f", "2\n"));
        var steps = Json(["cache", "diff", "HEAD~1", "HEAD", .. options]).GetProperty("steps");
        Assert.Equal(statuses, $"{steps[2].GetProperty("status").GetString()} {steps[1].GetProperty("status").GetString()}");
    }

    [Theory]
    [InlineData("--cache-mode max cannot be kept inline", "--cache", "inline", "--cache-mode", "max")]
    [InlineData("--cache takes one of local, none, registry, gha, inline, not s3", "--cache", "s3")]
    [InlineData("--platform takes one platform at a time", "--platform", "linux/amd64,linux/arm64")]
    [InlineData("--platform expects one such as linux/arm64", "--platform", "beos")]
    [InlineData("HEAD: Dockerfile:2: the base image has no name", "--before-build-arg", "X=a")]
    public void What_cannot_be_asked_is_told(string message, params string[] options)
    {
        Commit(("Dockerfile", "ARG X\nFROM $X\nRUN x\n"));
        var (code, output, errors) = Run(["cache", "diff", "HEAD", "HEAD", .. options]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("dockerlint: " + message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_of_a_build_with_nothing_to_keep_is_no_success()
    {
        Commit(("Dockerfile", "FROM a\nCMD x\n"), ("budget.yml", "budget:\n  - change: f\n    rebuild: nothing\n"));
        var (code, _, errors) = Run("cache", "check", "--budget", "budget.yml");
        Assert.Equal(2, code);
        Assert.Contains("nothing is built", errors, StringComparison.Ordinal);
        var commit = Json("cache", "replay", "--last", "1").GetProperty("commits")[0];
        Assert.Contains("nothing is built", commit.GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_counts_the_stage_that_the_platform_names()
    {
        Commit(("Dockerfile", "FROM a AS bin-linux\nCOPY f /f\nFROM bin-$TARGETOS\nRUN x\n"),
            ("budget.yml", "budget:\n  - change: f\n    rebuild: nothing\n"));
        Assert.Equal(1, Run("cache", "check", "--budget", "budget.yml").ExitCode);
    }

    [Fact]
    public void A_step_stays_itself_while_its_text_is_edited_and_all_reports_agree()
    {
        Commit((".dockerignore", "*\n!f\n"), ("Dockerfile", "FROM a\nARG GIT_SHA\nWORKDIR /w\nRUN make one two\n"));
        Commit(("Dockerfile", "FROM a\nARG GIT_SHA\nWORKDIR /w\nRUN make one two three\n"));
        Commit(("Dockerfile", "FROM a\nARG GIT_SHA\nWORKDIR /w\nRUN make one two three four\n"));
        var replay = Json("cache", "replay", "--last", "2");
        var run = replay.GetProperty("steps")[1];
        Assert.Equal((2, 2), (run.GetProperty("rebuilt").GetInt32(), run.GetProperty("counted").GetInt32()));
        var found = Json("cache", "optimize", "--last", "2");
        Assert.Equal(replay.GetProperty("hitRate").GetDouble(), found.GetProperty("hitRate").GetDouble());
        Assert.Equal(replay.GetProperty("secondsPer100Commits").GetDouble(), found.GetProperty("secondsPer100Commits").GetDouble());
        Assert.Equal(0, Run("cache", "report", "--last", "2", "--html", "page.html").ExitCode);
        var page = File.ReadAllText(Path.Combine(_folder.Path, "page.html"));
        Assert.Contains($"\"hitRate\":{replay.GetProperty("hitRate").GetRawText()}", page, StringComparison.Ordinal);
    }

    private void Commit(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            _folder.Write(path, text);
        }

        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "--allow-empty", "-m", "next");
    }

    private string Statuses(params string[] arguments) => string.Join(' ', Json(arguments).GetProperty("steps").EnumerateArray()
        .Select(step => step.GetProperty("status").GetString()));

    private JsonElement Json(params string[] arguments)
    {
        var (code, output, errors) = Run([.. arguments, "--format", "json"]);
        Assert.Equal((0, ""), (code, errors));
        return JsonDocument.Parse(output).RootElement;
    }

    private Outcome Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
