using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests;

public sealed class GitHistoryTests : IDisposable
{
    private const string Dockerfile = """
        FROM base AS build
        WORKDIR /src
        COPY *.txt ./
        COPY d* all/
        COPY --exclude=**/*.md lib /lib
        RUN --mount=type=bind,source=tools,target=/tools make
        COPY . .
        FROM base
        COPY --from=build /src/one.txt /one
        COPY --from=build /lib/x /x
        COPY --from=build /src/lib /lib2
        COPY --from=build /src/tools/e* /tools/
        COPY link/ /link/
        COPY --link tools/run /run
        """;

    private static readonly string[] s_paths =
    [
        "one.txt", "two.txt", "d1/a", "d1/b.md", "d2", "d2/c", "lib/x", "lib/y.md", "lib/deep/z", "tools/run", "tools/extra",
        "other/readme.md", "docs/page.md", ".hidden", "real/f",
    ];

    private readonly TemporaryFolder _folder = new();

    public GitHistoryTests() => _folder.Git("init", "-q");

    public void Dispose() => _folder.Dispose();

    /// <summary>The quick way of the history must say what the slow way says that reads both commits whole.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Each_step_fares_as_when_both_commits_are_read_whole(int seed)
    {
        const int count = 25;
        MakeHistory(new Random(seed), count);
        var commits = GitHistory.ReadLast(_folder.Path, "HEAD", count, "Dockerfile", Builder.BuildKit).Commits;
        Assert.Equal(count, commits!.Count);
        var replay = HistoryReplay.Run(commits, new ReplayOptions());
        var rebuilt = 0;
        foreach (var commit in replay.Commits)
        {
            var trace = InvalidationTrace.Between(Whole(commit.Commit.Parent), Whole(commit.Commit.Id));
            var expected = trace.Steps.Where(step => step.Step.Kind == StepKind.Cached).ToList();
            if (expected.Exists(step => step.Step.Failure is not null))
            {
                Assert.NotNull(commit.Problem);
                continue;
            }

            Assert.Null(commit.Problem);
            Assert.Equal(
                (expected.Count(step => step.Status == StepStatus.Reused), expected.Count(step => step.Status == StepStatus.Rebuilt),
                    expected.Count(step => step.Status == StepStatus.Unknown)),
                (commit.Reused, commit.Rebuilt, commit.Unknown));
            Assert.Equal(
                expected.Find(step => step.Status is StepStatus.Rebuilt or StepStatus.Unknown)?.Cause?.Detail, commit.Cause?.Detail);
            rebuilt += commit.Rebuilt;
        }

        Assert.InRange(rebuilt, 20, int.MaxValue);
        Assert.InRange(replay.Built, count / 2, count);
    }

    [Fact]
    public void A_merge_is_one_step_of_the_branch_it_went_into()
    {
        Commit(("Dockerfile", "FROM a\nCOPY a /a\n"), ("a", "1"));
        _folder.Git("branch", "-M", "main");
        _folder.Git("checkout", "-q", "-b", "side");
        Commit(("a", "2"));
        Commit(("a", "3"));
        _folder.Git("checkout", "-q", "main");
        Commit(("b", "1"));
        _folder.Git("merge", "-q", "--no-ff", "-m", "merge", "side");
        var replay = HistoryReplay.Run(
            GitHistory.ReadLast(_folder.Path, "HEAD", 10, "Dockerfile", Builder.BuildKit).Commits!, new ReplayOptions());
        Assert.Equal([("next", 0), ("merge", 1)], replay.Commits.Select(commit => (commit.Commit.Subject, commit.Rebuilt)));
        Assert.Equal(["a"], Assert.Single(replay.Steps).Breakers.Select(breaker => breaker.Name));
    }

    [Fact]
    public void A_directory_of_the_repository_can_be_the_context()
    {
        Commit(("api/Dockerfile", "FROM a\nCOPY . /a\n"), ("api/a", "1"), ("b", "1"));
        Commit(("b", "2"));
        Commit(("api/a", "2"));
        var commits = GitHistory.ReadLast(Path.Combine(_folder.Path, "api"), "HEAD", 10, "Dockerfile", Builder.BuildKit).Commits!;
        Assert.Equal([0, 1], HistoryReplay.Run(commits, new ReplayOptions()).Commits.Select(commit => commit.Rebuilt));
    }

    [Fact]
    public void Commits_that_cannot_be_built_are_told_and_not_counted()
    {
        Commit(("a", "1"));
        Commit(("Dockerfile", "FROM a\nCOPY a /a\n"));
        Commit(("a", "2"));
        Commit(("Dockerfile", "FROM a\nCOPY missing /a\n"));
        Commit(("Dockerfile", "FROM a\nCOPI a /a\n"));
        var replay = HistoryReplay.Run(
            GitHistory.ReadLast(_folder.Path, "HEAD", 10, "Dockerfile", Builder.BuildKit).Commits!, new ReplayOptions());
        Assert.Equal(
            ["its parent has no Dockerfile", null, "line 2: `missing` is not in the build context"],
            replay.Commits.Take(3).Select(commit => commit.Problem));
        Assert.StartsWith("the Dockerfile is not valid: ", replay.Commits[3].Problem, StringComparison.Ordinal);
        Assert.Equal((1, 0.0), (replay.Built, replay.HitRate));
    }

    [Theory]
    [InlineData("nowhere", "cannot read the history of nowhere: ")]
    [InlineData("--output=x", "--output=x is no git revision")]
    public void What_git_does_not_know_is_told(string revision, string message) =>
        Assert.StartsWith(
            message, GitHistory.ReadLast(_folder.Path, revision, 3, "Dockerfile", Builder.BuildKit).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_Dockerfile_that_the_repository_lacks_leaves_the_commits_unknown_that_build_it_and_no_other()
    {
        Commit(("Dockerfile", "FROM a\nCOPY a /a\n"), ("a", "1"));
        Commit(("a", "2"));
        Commit(("Dockerfile", "FROM a\nCOPY a /lost\n"));
        Commit(("a", "3"));
        Commit(("Dockerfile", "FROM a\nCOPY a /a\n"));
        Commit(("a", "4"));
        Lose("HEAD~2:Dockerfile");
        var replay = Replay();
        Assert.Equal([true, false, false, false, true], replay.Commits.Select(commit => commit.Problem is null));
        Assert.StartsWith(
            "the Dockerfile is not known: the repository does not hold its content (", replay.Commits[1].Problem, StringComparison.Ordinal);
        Assert.StartsWith("in its parent the Dockerfile is not known: ", replay.Commits[3].Problem, StringComparison.Ordinal);
        Assert.Equal((2, 2), (replay.Built, replay.Commits.Sum(commit => commit.Rebuilt)));

        // What is built in place of them all does not need theirs.
        var own = DockerfileParser.Parse(Text.SourceText.From("FROM a\nCOPY a /a\n", "Dockerfile"));
        var commits = GitHistory.ReadLast(_folder.Path, "HEAD", 10, "Dockerfile", Builder.BuildKit, own).Commits!;
        Assert.Equal(5, HistoryReplay.Run(commits, new ReplayOptions { Dockerfile = own }).Built);
    }

    [Fact]
    public void An_ignore_file_that_the_repository_lacks_leaves_its_commits_unknown()
    {
        Commit(("Dockerfile", "FROM a\nCOPY . /a\n"), ("a", "1"), (".dockerignore", "x\n"));
        Commit((".dockerignore", "lost\n"));
        Commit((".dockerignore", "x\n"));
        Commit(("a", "2"));
        Lose("HEAD~2:.dockerignore");
        var replay = Replay();
        Assert.Equal([false, false, true], replay.Commits.Select(commit => commit.Problem is null));
        Assert.StartsWith(".dockerignore is not known: ", replay.Commits[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_the_repository_lacks_is_unknown_in_the_steps_that_read_it_and_in_no_other()
    {
        _folder.Write("dir/f", "1");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "dir", "link"), "lost");
        Commit(("Dockerfile", "FROM a\nCOPY dir /dir\nFROM a\nCOPY a /a\nCOPY --from=0 /dir /dir\n"), ("a", "1"));
        Commit(("a", "2"));
        Lose("HEAD:dir/link");
        var commit = Assert.Single(Replay().Commits);

        // What follows a step that is surely done again is, too.
        Assert.Equal((null, 2, 1), (commit.Problem, commit.Rebuilt, commit.Unknown));

        var read = WorkspaceReader.ReadGit(_folder.Path, "HEAD", "Dockerfile", Builder.BuildKit);
        Assert.Null(read.Problem);
        Assert.Equal(Semantics.Context.ContextEntryKind.Unknown, read.Files!.Context.Find("dir/link")!.Kind);
    }

    [Fact]
    public void A_tree_that_the_repository_lacks_leaves_its_commit_and_the_next_unknown()
    {
        Commit(("Dockerfile", "FROM a\nCOPY a /a\n"), ("a", "0"));
        for (var i = 1; i < 7; i++)
        {
            Commit(("a", $"{i}"));
        }

        Lose("HEAD~3^{tree}");
        var replay = Replay();
        Assert.Equal([true, true, false, false, true, true], replay.Commits.Select(commit => commit.Problem is null));
        Assert.Equal(4, replay.Commits.Sum(commit => commit.Rebuilt));
    }

    private HistoryReplay Replay() =>
        HistoryReplay.Run(GitHistory.ReadLast(_folder.Path, "HEAD", 10, "Dockerfile", Builder.BuildKit).Commits!, new ReplayOptions());

    private void Lose(string revision) =>
        _folder.Run("sh", "-c", $"o=$(git rev-parse '{revision}'); f=.git/objects/$(printf %.2s $o)/${{o#??}}; test -f $f && rm -f $f");

    private void MakeHistory(Random random, int count)
    {
        Commit([("Dockerfile", Dockerfile), .. s_paths.Where(path => path != "d2").Select(path => (path, "0"))]);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), "real");
        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "--amend", "-m", "first");
        for (var i = 0; i < count; i++)
        {
            Change(random, i);
            _folder.Git("add", "-A");
            _folder.Git("commit", "-q", "--allow-empty", "-m", "next");
        }
    }

    private void Change(Random random, int number)
    {
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var path = s_paths[random.Next(s_paths.Length)];
            var full = Path.Combine(_folder.Path, path);
            switch (random.Next(9))
            {
                case 0 when path is not ("lib/x" or "tools/run" or "real/f") && File.Exists(full):
                    File.Delete(full);
                    break;
                case 1 when File.Exists(full) && !OperatingSystem.IsWindows():
                    File.SetUnixFileMode(full, File.GetUnixFileMode(full) ^ UnixFileMode.UserExecute);
                    break;
                case 2:
                    _folder.Write(
                        ".dockerignore", random.Next(3) switch
                        {
                            0 => "docs\n**/*.md\n",
                            1 =>
                        "*\n!lib\n!d*\n!tools\n!*.txt\n!link\n!real\n",
                            _ => "other\nd1\n!d1/a\n"
                        });
                    break;
                case 3 when number % 5 == 0:
                    _folder.Write("Dockerfile", Dockerfile.Replace("make", "make " + number, StringComparison.Ordinal));
                    break;
                default:
                    Replace(full, number);
                    break;
            }
        }
    }

    // d2 is now a file, now a directory.
    private void Replace(string full, int number)
    {
        if (Directory.Exists(full))
        {
            Directory.Delete(full, recursive: true);
        }

        var directory = Path.GetDirectoryName(full)!;
        if (File.Exists(directory))
        {
            File.Delete(directory);
        }

        _folder.Write(Path.GetRelativePath(_folder.Path, full), number.ToString(System.Globalization.CultureInfo.InvariantCulture));
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

    private BuildState Whole(string commit)
    {
        var files = WorkspaceReader.ReadGit(_folder.Path, commit, "Dockerfile", Builder.BuildKit).Files!;
        return new BuildState(DockerfileParser.Parse(files.Dockerfile), files.Context, BuildSettings.Default);
    }
}
