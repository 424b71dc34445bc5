using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests.Workspace;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dockerlint-atomic-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    [Fact]
    public void An_edit_that_is_saved_while_a_file_is_rewritten_is_not_lost()
    {
        var path = Path("file");
        var refused = 0;
        for (var i = 0; i < 400; i++)
        {
            File.WriteAllText(path, "old");
            File.WriteAllText(Path("edit"), $"edit {i}");
            using var start = new Barrier(2);
            var editor = new Thread(() =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                Thread.SpinWait(i * 50);
                File.Move(Path("edit"), path, overwrite: true);
            });
            editor.Start();
            start.SignalAndWait(TestContext.Current.CancellationToken);
            refused += AtomicFile.TryReplace(path, "old"u8.ToArray(), "new"u8.ToArray(), out _) is null ? 0 : 1;
            editor.Join();
            Assert.Equal($"edit {i}", File.ReadAllText(path));
            Assert.Equal(["file"], Directory.EnumerateFileSystemEntries(_folder).Select(System.IO.Path.GetFileName));
        }

        Assert.True(refused > 0, "no edit came in between, so that nothing was tried");
    }

    [Fact]
    public void A_file_that_has_changed_is_left_alone()
    {
        var path = Path("file");
        foreach (var content in new[] { "other", "ol", "olds", "" })
        {
            File.WriteAllText(path, content);
            Assert.Equal("the file was changed meanwhile", AtomicFile.TryReplace(path, "old"u8.ToArray(), "new"u8.ToArray(), out _));
            Assert.Equal(content, File.ReadAllText(path));
        }
    }

    [Fact]
    public void What_a_killed_run_left_goes_and_what_a_living_one_holds_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere nothing tells the one from the other");
        File.WriteAllText(Path("file"), "old");
        File.WriteAllText(Path(".dockerlint-99999999-abc.tmp"), "x");
        File.WriteAllText(Path(".dockerlint-1-abc.tmp"), "x");
        File.WriteAllText(Path(".dockerlint-mine.tmp"), "x");
        File.WriteAllText(Path(".dockerlint.yaml"), "x");
        Assert.Null(AtomicFile.TryReplace(Path("file"), "old"u8.ToArray(), "new"u8.ToArray(), out var notice));
        Assert.Null(notice);
        Assert.Equal([".dockerlint-1-abc.tmp", ".dockerlint-mine.tmp", ".dockerlint.yaml", "file"],
            Directory.EnumerateFiles(_folder).Select(file => System.IO.Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_new_file_does_not_take_the_place_of_one_that_came_first()
    {
        Assert.Null(AtomicFile.TryCreate(Path("new"), "a"u8.ToArray()));
        Assert.Equal("the file was made meanwhile", AtomicFile.TryCreate(Path("new"), "b"u8.ToArray()));
        Assert.Equal("a", File.ReadAllText(Path("new")));
        Assert.Equal("there is no such folder", AtomicFile.TryCreate(Path("nowhere/new"), "b"u8.ToArray()));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder));
    }
}
