using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>
/// Whatever stands under a name that git reads: it is found before git is asked, or git is waited for some seconds. What a repository
/// names elsewhere on the machine is read only where that names it, too.
/// </summary>
public sealed class GitFileTests : IDisposable
{
    private const string Diff = "cache diff HEAD :worktree";

    private readonly Workspace _workspace = new();

    public GitFileTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes and devices are those of Linux");

    public void Dispose() => _workspace.Dispose();

    private Outcome Run(string setup, string command = Diff) =>
        CommandLine.Shell(_workspace.Folder, $"{{ {HostileRepositoryTests.Begin}{setup}\n}} > /dev/null 2>&1; timeout 60 $DOCKERLINT "
            + $"{command}");

    public static TheoryData<string, string, string> Kept()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var name in (string[])["HEAD", "index", "config", "packed-refs", "commondir", "shallow", "info/exclude", "info/attributes",
            "refs/heads/main", "objects/info/alternates"])
        {
            data.Add(".git/" + name, "mkfifo", "it is a named pipe, and only regular files are read");
            data.Add(".git/" + name, "ln -s /dev/zero", "it is a device, and only regular files are read");
        }

        foreach (var name in (string[])["HEAD", "index", "config", "packed-refs", "commondir", "info/exclude", "objects/pack/x.pack",
            "objects/info/alternates", "refs/heads/main"])
        {
            data.Add(".git/" + name, "ln -s /etc/passwd", "it is a link that leads out of the repository");
            data.Add(".git/" + name, "ln -s /nowhere/at/all", "it is a link that leads out of the repository");
        }

        data.Add(".git", "mkfifo", "it is a named pipe");
        data.Add(".gitignore", "mkfifo", "it is a named pipe");
        data.Add(".gitattributes", "mkfifo", "it is a named pipe");
        data.Add(".gitmodules", "mkfifo", "it is a named pipe");
        data.Add("deep/er/.gitignore", "mkfifo", "it is a named pipe");
        data.Add("deep/er/.gitattributes", "mkfifo", "it is a named pipe");
        return data;
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Kept))]
    public async Task What_would_hold_git_up_is_told_before_it_is_asked(string name, string make, string reason)
    {
        var outcome =
            await Task.Run(() => Run($"rm -rf {name}; mkdir -p $(dirname {name}); {make} {name}"), TestContext.Current.CancellationToken);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains($"{name}: {reason}", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("mkfifo pipe; echo $PWD/pipe > .git/objects/info/alternates", "pipe: it is a named pipe")]
    [InlineData("echo /dev/zero > .git/objects/info/alternates", "/dev/zero: it is a device")]
    [InlineData("git clone -q --bare . ../more; mkfifo ../more/objects/info/alternates; echo ../../../more/objects > "
        + ".git/objects/info/alternates", "alternates: it is a named pipe")]
    [InlineData("git clone -q --bare . ../more; echo ../../../more/objects > .git/objects/info/alternates; mkfifo "
        + "../more/objects/pack/x.idx", "x.idx: it is a named pipe")]
    [InlineData("git init -q inner; rm inner/.git/HEAD; mkfifo inner/.git/HEAD", "inner/.git/HEAD: it is a named pipe")]
    [InlineData("git init -q inner; mv inner/.git ../other; echo gitdir: ../../other > inner/.git; rm ../other/HEAD; mkfifo ../other/HEAD",
        "HEAD: it is a named pipe")]
    [InlineData("mkdir api; cp Dockerfile api; git add api; git commit -qm api; mkfifo .gitignore; cd api",
        ".gitignore: it is a named pipe")]
    [InlineData("git worktree add -q ../more; rm .git/worktrees/more/index; mkfifo .git/worktrees/more/index; cd ../more",
        "index: it is a named pipe")]
    [InlineData("git worktree add -q ../more; rm .git/config; mkfifo .git/config; cd ../more", "config: it is a named pipe")]
    public void Other_folders_that_git_reads_are_looked_over_as_well(string setup, string reason)
    {
        var outcome = Run(setup);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mkfifo ../pipe; git config core.excludesFile $PWD/../pipe", Diff)]
    [InlineData("mkfifo ../pipe; git config core.attributesFile $PWD/../pipe", Diff)]
    [InlineData("mkfifo ../pipe; git config include.path $PWD/../pipe", Diff)]
    [InlineData("mkfifo ../pipe; git config include.path $PWD/../pipe", "lint --changed-since HEAD .")]
    [InlineData("mkfifo ../pipe; git config include.path $PWD/../pipe", "cache replay")]
    public void A_pipe_that_only_the_settings_name_is_waited_for_some_seconds(string setup, string command)
    {
        var outcome = Run(setup, command);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("git waited 5 seconds for something that never came, such as a named pipe, and was ended", outcome.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_only_the_settings_name_does_not_fill_the_memory()
    {
        var outcome = Run("git config core.attributesFile /dev/zero");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("Out of memory", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mv .git ../elsewhere; echo gitdir: ../elsewhere > .git")]
    [InlineData("mv .git ../elsewhere; ln -s ../elsewhere .git")]
    [InlineData("cp -r .git ../elsewhere; rm -r .git/refs .git/objects; mkdir .git/refs .git/objects; echo $PWD/../elsewhere > "
        + ".git/commondir")]
    [InlineData("git worktree add -q ../more; mv ../more ../moved; cd ../moved")]
    public void A_repository_that_does_not_belong_to_the_tree_is_read_only_when_the_user_says_so(string setup)
    {
        var outcome = Run(setup);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("DOCKERLINT_ALLOW_OUTSIDE=1", outcome.Error, StringComparison.Ordinal);
        CommandLine.Shell(_workspace.Folder, "rm -rf * .git");
        var allowed = Run(setup + "; export DOCKERLINT_ALLOW_OUTSIDE=1");
        Assert.Equal((0, ""), (allowed.ExitCode, allowed.Error));
    }

    [Theory]
    [InlineData("git config core.worktree ../..")]
    [InlineData("git config core.worktree /")]
    [InlineData("mkdir api; cp Dockerfile api; git config core.worktree ../api; cd api")]
    public void A_work_tree_that_does_not_begin_where_the_repository_lies_is_not_read(string setup)
    {
        var outcome = Run(setup);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("/repo name another work tree; GIT_WORK_TREE, or DOCKERLINT_ALLOW_OUTSIDE=1, lets it be read", outcome.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rm -r .git; printf 'gitdir: a\\0b\\n' > .git")]
    [InlineData("rm -r .git; printf 'gitdir:' > .git")]
    [InlineData("printf 'a\\0b\\n' > .git/commondir")]
    [InlineData("true > .git/commondir")]
    [InlineData("rm -r .git; ln -s .git .git")]
    [InlineData("rm -r .git; echo gitdir: .git > .git")]
    [InlineData("git init -q inner; mv inner/.git ../other; printf 'gitdir: a\\0b' > inner/.git; rm .git/HEAD")]
    public void A_repository_that_names_nothing_is_none(string setup)
    {
        var outcome = Run(setup);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("dockerlint: HEAD is neither a directory nor a git revision: ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("printf 'a\\0b\\n\"a\\n\\n#\\n' > .git/objects/info/alternates")]
    [InlineData("echo ../../.git/objects > .git/objects/info/alternates")]
    [InlineData("git worktree add -q ../more; cd ../more")]
    [InlineData("git worktree add -q more; cd more")]
    [InlineData("cp -r . ../module; git -c protocol.file.allow=always submodule add -q ../module mod; cd mod")]
    [InlineData("cp -r . ../module; git worktree add -q ../more; cd ../more; git -c protocol.file.allow=always submodule add -q "
        + "../module mod; cd mod")]
    [InlineData("git clone -q --shared . ../more; cd ../more")]
    [InlineData("mkdir api; cp Dockerfile api; git add api; git commit -qm api; cd api")]
    [InlineData("mv .git ../elsewhere; export GIT_DIR=$PWD/../elsewhere")]
    [InlineData("ln -s ../repo ../link; cd ../link")]
    [InlineData("ln -sf refs/heads/main .git/HEAD")]
    [InlineData("ln -s /dev/zero .gitignore")]
    public void A_repository_that_belongs_to_the_tree_is_read_however_it_is_kept(string setup)
    {
        var outcome = Run(setup);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void A_pipe_among_the_attributes_is_told_where_line_ends_are_compared()
    {
        var outcome = Run("mkfifo .gitattributes; printf 'FROM alpine\\r\\n' > Dockerfile", "lint --changed-since HEAD --select DL3006 "
            + "-f gnu .");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(
            "Dockerfile: cannot tell what changed, so everything counts as new: cannot read ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("DL3006", outcome.Output, StringComparison.Ordinal);
    }
}
