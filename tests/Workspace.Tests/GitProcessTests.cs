using System.Diagnostics;
using System.Text;
using Dockerlint.Testing;
using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>How long git is waited for.</summary>
public sealed class GitProcessTests : IDisposable
{
    private static readonly GitPatience s_short = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2));

    private readonly TemporaryFolder _folder = new();

    public GitProcessTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere nothing tells a program that sleeps from one that works");
        _folder.Git("init", "-q");
        _folder.Write("a", "one");
        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "-m", "first");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_that_is_asked_nothing_stays_open()
    {
        using var objects = new GitObjects(new GitProgram(_folder.Path, s_short));
        var blob = Semantics.Context.GitBlobHash.Of("one"u8);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("one", Encoding.UTF8.GetString(objects.Read(blob, ReadLimit.Dockerfile).Content ?? []));
            Thread.Sleep(2 * s_short.Silent);
        }

        Assert.Null(objects.Read(blob, ReadLimit.Dockerfile).Problem);
    }

    [Fact]
    public void One_that_waits_for_a_pipe_is_ended()
    {
        _folder.Run("mkfifo", "pipe");
        _folder.Git("config", "core.excludesFile", Path.Combine(_folder.Path, "pipe"));
        var watch = Stopwatch.StartNew();
        var problem = new GitProgram(_folder.Path, s_short with { Silent = TimeSpan.FromMinutes(5) })
            .RunFields(["ls-files", "-z", "-o", "--exclude-standard"], _ => { });
        Assert.Equal("git waited 0.5 seconds for something that never came, such as a named pipe, and was ended", problem);
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void One_that_says_nothing_though_it_works_is_ended_after_a_longer_time_and_not_as_one_that_waits()
    {
        _folder.Run("sh", "-c", "mkfifo pipe; git config core.attributesFile $PWD/pipe");
        using var feeder = Process.Start(new ProcessStartInfo("sh", ["-c", "exec 3> pipe; while printf '#' >&3 2> /dev/null; do sleep "
            + "0.05; done"])
        { WorkingDirectory = _folder.Path })!;
        try
        {
            // It wakes up twenty times a second: no single wait lasts.
            var problem = new GitProgram(_folder.Path, s_short).RunFields(["check-attr", "-z", "text", "a"], _ => { });
            Assert.Equal("git said nothing for 2 seconds and was ended", problem);
        }
        finally
        {
            feeder.Kill();
        }
    }

    [Fact]
    public void One_that_would_fill_the_memory_is_refused_more()
    {
        _folder.Git("config", "core.attributesFile", "/dev/zero");
        var problem = new GitProgram(_folder.Path).RunFields(["check-attr", "-z", "text", "a"], _ => { });
        Assert.Contains("Out of memory", problem, StringComparison.Ordinal);
    }
}
