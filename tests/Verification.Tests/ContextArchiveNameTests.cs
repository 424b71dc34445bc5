using System.Formats.Tar;
using Dockerlint.Semantics.Context;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests.Verification;

public sealed class ContextArchiveNameTests
{
    [Fact]
    public async Task Names_that_are_no_text_are_sent_byte_by_byte()
    {
        var name = PathText.Decode([(byte)'f', 0xE9]);
        var folder = PathText.Decode([.. Enumerable.Repeat((byte)'d', 120), 0xFF]);
        var link = new ContextEntry("link", ContextEntryKind.SymbolicLink) { LinkTarget = name };
        var manifest = ContextManifest.Create(
        [
            new ContextEntry(name, ContextEntryKind.File) { Size = 3, Mode = 0b110_100_000 },
            new ContextEntry(folder, ContextEntryKind.Directory), new ContextEntry(folder + "/x", ContextEntryKind.File) { Size = 600 },
                link,
            new ContextEntry("z", ContextEntryKind.File) { Size = 1 },
        ]);
        var contents = new Dictionary<string,
            byte[]>
        { [name] = "abc"u8.ToArray(), [folder + "/x"] = new byte[600], ["z"] = "z"u8.ToArray() };
        using var stream = new MemoryStream();
        await ContextArchive.WriteAsync(BuildContext.FromMemory(manifest, contents), stream, TestContext.Current.CancellationToken);
        Assert.True(stream.ToArray().AsSpan().IndexOf(new byte[] { (byte)'f', 0xE9, 0 }) >= 0);
        Assert.True(stream.ToArray().AsSpan().IndexOf(new byte[] { (byte)'d', 0xFF, (byte)'/', (byte)'x', 0 }) >= 0);

        // The reader of .NET knows sums, long names and contents; bytes that are no UTF-8 it shows as U+FFFD.
        stream.Position = 0;
        using var reader = new TarReader(stream);
        var seen = new List<(string, TarEntryType, long)>();
        while (await reader.GetNextEntryAsync(copyData: true, TestContext.Current.CancellationToken) is { } entry)
        {
            seen.Add((entry.Name.Replace(new string('d', 120), "D", StringComparison.Ordinal), entry.EntryType, entry.Length));
        }

        Assert.Equal(5, seen.Count);
        Assert.Contains(("f\uFFFD", TarEntryType.RegularFile, 3L), seen);
        Assert.Contains(("D\uFFFD/", TarEntryType.Directory, 0L), seen);
        Assert.Contains(("D\uFFFD/x", TarEntryType.RegularFile, 600L), seen);
        Assert.Contains(("z", TarEntryType.RegularFile, 1L), seen);
    }
}
