using Dockerlint.Semantics.Context;
using Dockerlint.Testing;
using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests;

public sealed class FolderListingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_is_listed_but_what_is_ignored_as_a_whole_and_gits_own_folder()
    {
        Write(".git/HEAD", "a/b/c", "left/out", "log/x", "log/keep");
        var listing = FolderListing.Read(_folder.Path, IgnoreRules.Parse("left\nlog\n!log/keep\n"), 100);
        Assert.Equal([".git", "a", "a/b", "a/b/c", "left", "log", "log/keep", "log/x"], listing.Files.Entries.Select(entry => entry.Path));
        Assert.True(listing.IsUnvisited(".git") && listing.IsUnvisited("left"));
        Assert.True(listing.MayHide("left/anything"));
        Assert.False(listing.MayHide("a/anything"));
    }

    [Fact]
    public void The_walk_ends_after_some_entries_crowded_folders_last()
    {
        Write("node_modules/a", "node_modules/b", "node_modules/c", "src/a", "src/deep/b");
        var listing = FolderListing.Read(_folder.Path, IgnoreRules.None, 5);
        Assert.Equal(["node_modules", "src", "src/a", "src/deep", "src/deep/b"], listing.Files.Entries.Select(entry => entry.Path));
        Assert.True(listing.IsUnvisited("node_modules"));
        Assert.False(listing.IsComplete);
    }

    [Fact]
    public void A_root_that_was_not_read_to_its_end_may_hide_anything()
    {
        Write("a", "b", "c");
        Assert.True(FolderListing.Read(_folder.Path, IgnoreRules.None, 2).MayHide("z"));
        Assert.True(FolderListing.Read(Path.Combine(_folder.Path, "nowhere"), IgnoreRules.None, 2).MayHide("z"));
    }

    private void Write(params IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            _folder.Write(path, "x");
        }
    }
}
