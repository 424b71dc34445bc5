using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ImageTreeTests
{
    [Fact]
    public void A_file_that_a_later_layer_deletes_or_replaces_is_wasted()
    {
        var tree = Tree(
            [File("a", 10), File("d/b", 20), File("d/c", 30), File("e", 5)], [File("a", 11), new("d", ImageFileKind.Whiteout, 0)]);
        Assert.Equal(
            [("a", 10L, false), ("d/b", 20L, true), ("d/c", 30L, true)],
            tree.Wasted.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (file.Path, file.Size, file.IsDeleted)));
        Assert.Equal(["a", "e"], tree.Files.Select(item => item.File.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_opaque_directory_loses_what_was_below_it_and_keeps_what_its_layer_brings()
    {
        var tree = Tree([Directory("d"), File("d/old", 7)], [new("d", ImageFileKind.OpaqueDirectory, 0), Directory("d"), File("d/new", 9)]);
        Assert.Equal("d/old", Assert.Single(tree.Wasted).Path);
        Assert.NotNull(tree.Find("d/new"));
        Assert.Null(tree.Find("d/old"));
    }

    [Fact]
    public void Links_are_followed_and_circles_lead_nowhere()
    {
        var tree = Tree(
            [File("usr/bin/sh", 3), Link("bin", "usr/bin"), Link("x", "/bin/sh"), Link("up", "../../usr"), Link("a", "b"), Link("b", "a")]);
        Assert.Equal("usr/bin/sh", tree.Find("/bin/sh")?.Path);
        Assert.Equal("usr/bin/sh", tree.Find("x")?.Path);
        Assert.Equal("usr/bin/sh", tree.Find("up/bin/sh")?.Path);
        Assert.Null(tree.Find("a"));
    }

    [Fact]
    public void A_directory_that_comes_again_is_no_waste() => Assert.Empty(Tree([Directory("d"), File("d/f", 4)], [Directory("d")]).Wasted);

    [Theory]
    [InlineData("", 0, true)]
    [InlineData("app", 1000, false)]
    [InlineData("1000", 1000, false)]
    [InlineData("1000:50", 1000, true)]
    [InlineData("member", 1001, true)]
    [InlineData("nobody-knows", null, true)]
    public void The_user_of_an_image_has_the_rights_its_tables_give(string user, int? id, bool mayWrite)
    {
        var passwd = File(
            "etc/passwd", 1) with
        { Text = "root:x:0:0::/:/bin/sh\napp:x:1000:1000::/:/bin/sh\nmember:x:1001:1001::/:/bin/sh\n" };
        var group = File("etc/group", 1) with { Text = "data:x:50:member,other\n" };
        var found = ImageUser.Of(new ImageConfig { User = user }, Tree([passwd, group]));
        Assert.Equal(id, (int?)found.Id);
        Assert.Equal(mayWrite, found.May(Directory("data") with { Mode = 0b111_111_101, UserId = 0, GroupId = 50 }, 2));
    }

    private static ImageFile File(string path, long size) => new(path, ImageFileKind.File, size) { Mode = 0b111_101_101 };

    private static ImageFile Directory(string path) => new(path, ImageFileKind.Directory, 0) { Mode = 0b111_101_101 };

    private static ImageFile Link(string path, string target) => new(path, ImageFileKind.SymbolicLink, 0) { LinkTarget = target };

    private static ImageTree Tree(params ImageFile[][] layers) =>
        new(new ImageContents(new ImageConfig(), [.. layers.Select(files => new ImageLayer("", -1, files))]));
}
