using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What is allocated is counted for the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
public sealed class LargeFileCollection;

/// <summary>A large file is passed through in pieces, wherever it lies: in a folder, in the work tree, in the history.</summary>
[Collection(nameof(LargeFileTests))]
public sealed class LargeFileTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private const int FileMegabytes = 60;
    private const long Most = 12 * Megabyte;

    private readonly TemporaryFolder _folder = new();

    public LargeFileTests()
    {
        _folder.Git("init", "-q");
        _folder.Write(".gitattributes", "*.bin text\n");
        _folder.Write("Dockerfile", "FROM a\nCOPY . /a\n");
        WriteBinary("a.bin", 1);
        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "-m", "first");
        WriteBinary("a.bin", 2);
        _folder.Git("commit", "-q", "-a", "-m", "second");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("HEAD~1")]
    [InlineData(":index")]
    [InlineData(":worktree")]
    public void A_state_with_a_large_file_is_compared_without_holding_it(string? revision)
    {
        WriteBinary("a.bin", 3);
        WriteBinary("untracked.bin", 4);
        var allocated = Allocated(() =>
        {
            var files = revision is null ? WorkspaceReader.ReadDirectory(_folder.Path, "Dockerfile", Builder.BuildKit).Files!
                : Git(revision);
            var trace = InvalidationTrace.Between(State(Git("HEAD")), State(files));
            Assert.Equal(revision == ":index" ? StepStatus.Reused : StepStatus.Rebuilt,
                trace.Steps.Single(step => step.Step.Kind == StepKind.Cached && step.Step.Line == 2).Status);
        });
        Assert.InRange(allocated, 1, Most);
    }

    [Fact]
    public void A_history_with_a_large_file_is_replayed_without_holding_it()
    {
        var allocated =
            Allocated(() =>
            Assert.Equal(
            1, HistoryReplay.Run(
            GitHistory.ReadLast(_folder.Path, "HEAD", 9, "Dockerfile", Builder.BuildKit).Commits!, new ReplayOptions()).Built));
        Assert.InRange(allocated, 1, Most);
    }

    [Fact]
    public void A_large_content_that_is_asked_for_as_a_small_one_is_passed_over()
    {
        using var objects = new GitObjects(new GitProgram(_folder.Path));
        var name = Git("HEAD").Context.Find("a.bin")!.Content!.Digest!;
        var allocated = Allocated(() =>
            Assert.Equal("it has more than 16 MB, the most for an ignore file", objects.Read(name, ReadLimit.IgnoreFile).Problem));
        Assert.InRange(allocated, 1, Most);
    }

    // The first run also pays for what is made once.
    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private void WriteBinary(string name, int seed)
    {
        using var file = File.Create(Path.Combine(_folder.Path, name));
        var piece = new byte[Megabyte];
        new Random(seed).NextBytes(piece);
        for (var i = 0; i < FileMegabytes; i++)
        {
            piece[i] ^= 0xff;
            file.Write(piece);
        }
    }

    private BuildFiles Git(string revision)
    {
        var read = WorkspaceReader.ReadGit(_folder.Path, revision, "Dockerfile", Builder.BuildKit);
        Assert.Null(read.Problem);
        return read.Files!;
    }

    private static BuildState State(BuildFiles files) =>
        new(DockerfileParser.Parse(files.Dockerfile), files.Context, BuildSettings.Default);
}
