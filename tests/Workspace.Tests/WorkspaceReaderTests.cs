using System.Net.Sockets;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Testing;
using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests;

public sealed class WorkspaceReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_directory_is_read_with_modes_sizes_links_and_without_what_is_ignored()
    {
        _folder.Write("Dockerfile", "FROM a\n");
        _folder.Write("src/a.sh", "run\n", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _folder.Write("node_modules/x/y.js", "y");
        _folder.Write("docs/a.md", "a");
        _folder.Write("docs/keep.md", "keep");
        _folder.Write(".dockerignore", "node_modules\ndocs\n!docs/keep.md\n");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "outside"), "../../etc/passwd");
        var context = Read(Builder.BuildKit);
        Assert.Equal([".dockerignore", "Dockerfile", "docs", "docs/keep.md", "outside", "src", "src/a.sh"],
            context.Entries.Select(entry => entry.Path));
        var script = context.Find("src/a.sh")!;
        Assert.Equal((0x1C0, 4L, GitBlobHash.Of("run\n"u8)), (script.Mode, script.Size, script.Content!.Digest));
        Assert.Equal(
            (ContextEntryKind.SymbolicLink, "../../etc/passwd"), (context.Find("outside")!.Kind, context.Find("outside")!.LinkTarget));
        Assert.Null(context.Resolve("outside"));
    }

    [Fact]
    public void Pipes_and_sockets_are_left_out_and_empty_files_are_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes and sockets in Windows folders");
        _folder.Write("Dockerfile", "FROM a\n");
        _folder.Write("empty", "");
        _folder.Run("mkfifo", "pipe");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.Path, "socket")));
        Assert.Equal(["Dockerfile", "empty"], Read(Builder.BuildKit).Entries.Select(entry => entry.Path));
    }

    [Theory]
    [InlineData(Builder.BuildKit, "b")]
    [InlineData(Builder.Classic, "a")]
    public void The_ignore_file_named_after_the_Dockerfile_counts_for_BuildKit_alone(Builder builder, string kept)
    {
        _folder.Write("Dockerfile", "FROM a\n");
        _folder.Write("Dockerfile.dockerignore", "a\n*ignore\nDockerfile\n");
        _folder.Write(".dockerignore", "b\n*ignore\nDockerfile\n");
        _folder.Write("a", "");
        _folder.Write("b", "");
        Assert.Equal([kept], Read(builder).Entries.Select(entry => entry.Path));
    }

    [Fact]
    public void A_missing_Dockerfile_and_a_broken_ignore_file_are_told()
    {
        Assert.Equal($"there is no {Path.Combine(_folder.Path, "Dockerfile")}",
            WorkspaceReader.Read(_folder.Path, "Dockerfile", Builder.BuildKit).Problem);
        _folder.Write("Dockerfile", "FROM a\n");
        _folder.Write(".dockerignore", "a\n!\n");
        Assert.EndsWith(".dockerignore line 2: an exclamation mark without a pattern",
            WorkspaceReader.Read(_folder.Path, "Dockerfile", Builder.BuildKit).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_the_index_and_the_work_tree_are_told_apart_and_compare_with_the_directory()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes and links are not those of a Windows folder");
        _folder.Git("init", "-q");
        _folder.Write("Dockerfile", "FROM a\n");
        _folder.Write("dir/f", "one");
        _folder.Write("run.sh", "x", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _folder.Write(".gitignore", "secret\n");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), "dir/f");
        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "-m", "first");
        _folder.Write("dir/f", "two");
        _folder.Git("add", "-A");
        _folder.Write("dir/f", "three");
        _folder.Write("new", "new");
        _folder.Write("secret", "s");

        Assert.Equal(GitBlobHash.Of("one"u8), Git("HEAD").Context.Find("dir/f")!.Content!.Digest);
        Assert.Equal(GitBlobHash.Of("two"u8), Git(":index").Context.Find("dir/f")!.Content!.Digest);
        Assert.Equal(3, Git(":index").Context.Find("dir/f")!.Size);
        var workTree = Git(":worktree");
        Assert.Equal(GitBlobHash.Of("three"u8), workTree.Context.Find("dir/f")!.Content!.Digest);
        Assert.NotNull(workTree.Context.Find("new"));
        Assert.Null(workTree.Context.Find("secret"));
        Assert.Equal("dir/f", Git("HEAD").Context.Find("link")!.LinkTarget);

        _folder.Git("reset", "-q", "--hard");
        File.Delete(Path.Combine(_folder.Path, "new"));
        File.Delete(Path.Combine(_folder.Path, "secret"));
        var (before, after) = BuildFiles.Align(
            Git("HEAD"), WorkspaceReader.Read(_folder.Path, "Dockerfile", Builder.BuildKit, null, asCommitted: true).Files!);
        Assert.Equal(Lines(before.Context), Lines(after.Context));
    }

    [Fact]
    public void A_directory_of_a_repository_is_a_context_of_its_own()
    {
        _folder.Git("init", "-q");
        _folder.Write("api/Dockerfile", "FROM a\n");
        _folder.Write("web/x", "x");
        _folder.Git("add", "-A");
        _folder.Git("commit", "-q", "-m", "first");
        Assert.Equal(
            ["Dockerfile"], WorkspaceReader.ReadGit(
            Path.Combine(_folder.Path, "api"), "HEAD", "Dockerfile", Builder.BuildKit).Files!.Context.Entries.Select(entry => entry.Path));
        Assert.Equal(
            ["Dockerfile"], WorkspaceReader.ReadGit(_folder.Path, "HEAD:api", "Dockerfile", Builder.BuildKit).Files!.Context.Entries.Select(
            entry => entry.Path));
        Assert.Equal(
            ["Dockerfile"],
            WorkspaceReader.ReadGit(Path.Combine(_folder.Path, "api"), ":index", "Dockerfile",
            Builder.BuildKit).Files!.Context.Entries.Select(entry => entry.Path));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--all")]
    public void A_revision_that_does_not_exist_is_told(string revision)
    {
        _folder.Git("init", "-q");
        Assert.Contains(
            revision, WorkspaceReader.ReadGit(_folder.Path, revision, "Dockerfile", Builder.BuildKit).Problem, StringComparison.Ordinal);
    }

    private ContextManifest Read(Builder builder)
    {
        var outcome = WorkspaceReader.Read(_folder.Path, "Dockerfile", builder);
        Assert.Null(outcome.Problem);
        return outcome.Files!.Context;
    }

    private BuildFiles Git(string revision)
    {
        var outcome = WorkspaceReader.ReadGit(_folder.Path, revision, "Dockerfile", Builder.BuildKit);
        Assert.Null(outcome.Problem);
        return outcome.Files!;
    }

    private static string Lines(ContextManifest context) =>
        string.Join('\n', context.Entries.Select(entry =>
            $"{entry.Path} {entry.Kind} {entry.Mode} {entry.LinkTarget} {entry.Size} {entry.Content?.Digest}"));
}
