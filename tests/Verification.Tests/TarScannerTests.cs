using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Archives that nobody vouches for.</summary>
public sealed class TarScannerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paths_that_lead_out_of_the_image_stay_inside_it()
    {
        var image = await ReadAsync(Layer(("../../etc/passwd", "x"), ("/abs/olute", "y"), ("a/../../b", "z")));
        Assert.Equal(["etc/passwd", "abs/olute", "b"], image.Layers[0].Files.Select(file => file.Path));
    }

    [Fact]
    public async Task A_size_beyond_all_disks_ends_the_layer_with_a_remark()
    {
        var layer = Layer(("huge", "x"));
        Encoding.ASCII.GetBytes("777777777777").CopyTo(layer, 124);
        FixCheckSum(layer);
        var image = await ReadAsync(layer);
        Assert.Contains("could not be read to its end", Assert.Single(image.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_negative_size_ends_the_layer_with_a_remark()
    {
        var layer = Layer(("negative", "x"));
        layer.AsSpan(124, 12).Fill(0xFF);
        FixCheckSum(layer);
        Assert.Contains("negative", Assert.Single((await ReadAsync(layer)).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sparse_files_take_what_they_take_in_the_archive()
    {
        var layer = Layer(("sparse", "x"));
        layer[156] = (byte)'S';
        Encoding.ASCII.GetBytes("77777777777\0").CopyTo(layer, 483);
        FixCheckSum(layer);
        var image = await ReadAsync(layer);
        Assert.Equal(1, Assert.Single(image.Layers[0].Files).Size);
        Assert.Empty(image.Problems);
    }

    [Fact]
    public async Task A_header_with_a_wrong_checksum_ends_the_layer()
    {
        var layer = Layer(("good", "x"), ("bad", "y"));
        layer[1024] ^= 1;
        var image = await ReadAsync(layer);
        Assert.Contains("checksum", Assert.Single(image.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_million_entries_are_counted_and_no_more_are_kept_than_allowed()
    {
        var scanner = new TarScanner(new EndlessArchive(1_000_000));
        var count = 0;
        while (await scanner.NextAsync(Stop) is not null)
        {
            count++;
        }

        Assert.Equal(1_000_000, count);
        var image = await ReadAsync(Layer([.. Enumerable.Range(0, 50).Select(i => ($"f{i}", "x"))]), new ImageReadLimits { Entries = 20 });
        Assert.Contains("more than 20 entries", Assert.Single(image.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_and_targets_of_links_beyond_all_reason_take_no_memory()
    {
        using var buffer = new MemoryStream();
        await using (var writer = new TarWriter(buffer, leaveOpen: true))
        {
            await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = new string('x', 100_000) }, Stop);
            await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.RegularFile, new string('y', 100_000)), Stop);
            for (var i = 0; i < 50; i++)
            {
                await writer.WriteEntryAsync(
                    new GnuTarEntry(TarEntryType.RegularFile, $"{i}/" + string.Join('/', Enumerable.Repeat('z', 1000))), Stop);
            }
        }

        Assert.Equal(50, (await ReadAsync(buffer.ToArray())).Layers[0].Files.Count);
        var image = await ReadAsync(buffer.ToArray(), new ImageReadLimits { Characters = 20_000 });
        Assert.Contains("more than 20000 characters", Assert.Single(image.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_bomb_is_not_unpacked_to_its_end()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var header = Layer(("zeros", "x")).AsSpan(0, 512).ToArray();
            Encoding.ASCII.GetBytes("06000000000\0").CopyTo(header, 124); // 805 MB
            FixCheckSum(header);
            gzip.Write(header);
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 768; i++)
            {
                gzip.Write(zeros);
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        var image = await ReadAsync(bomb.ToArray(), new ImageReadLimits { Bytes = 10 << 20 });
        Assert.Contains("more than 10485760 bytes", Assert.Single(image.Problems), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
    }

    [Fact]
    public async Task Long_names_of_GNU_and_pax_are_read()
    {
        using var buffer = new MemoryStream();
        await using (var writer = new TarWriter(buffer, leaveOpen: true))
        {
            var name = string.Join('/', Enumerable.Repeat("directory", 30));
            await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.RegularFile, name + "/gnu"), Stop);
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name + "/pax"), Stop);
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = name }, Stop);
        }

        var files = (await ReadAsync(buffer.ToArray())).Layers[0].Files;
        Assert.EndsWith("directory/gnu", files[0].Path, StringComparison.Ordinal);
        Assert.EndsWith("directory/pax", files[1].Path, StringComparison.Ordinal);
        Assert.Equal(299, files[2].LinkTarget.Length);
    }

    [Fact]
    public async Task Changed_bytes_anywhere_never_do_more_than_end_the_reading()
    {
        var random = new Random(7);
        var good = Image(Layer(("bin/sh", "x"), ("etc/passwd", "root:x:0:0::/:/bin/sh\n")));
        for (var i = 0; i < 2000; i++)
        {
            var bytes = good.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                await new ImageArchiveReader(new ImageReadLimits()).ReadAsync(new MemoryStream(bytes), Stop);
            }
            catch (InvalidDataException)
            {
                // The one way to say that it is no image.
            }
        }
    }

    internal static Task<ImageContents> ReadAsync(byte[] layer, ImageReadLimits? limits = null) =>
        new ImageArchiveReader(limits ?? new ImageReadLimits()).ReadAsync(new MemoryStream(Image(layer)), Stop);

    internal static byte[] Layer(params (string Path, string Text)[] files)
    {
        using var buffer = new MemoryStream();
        using (var writer = new TarWriter(buffer, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                writer.WriteEntry(
                    new UstarTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            }
        }

        return buffer.ToArray();
    }

    internal static byte[] Image(params byte[][] layers)
    {
        using var buffer = new MemoryStream();
        using (var writer = new TarWriter(buffer, TarEntryFormat.Ustar, leaveOpen: true))
        {
            void Add(string name, byte[] bytes) =>
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
            for (var i = 0; i < layers.Length; i++)
            {
                Add($"l{i}/layer.tar", layers[i]);
            }

            Add("config.json", Encoding.UTF8.GetBytes(
                "{\"config\":{},\"history\":[" + string.Join(',', layers.Select((_, i) => $"{{\"created_by\":\"step {i}\"}}")) + "]}"));
            Add("manifest.json", Encoding.UTF8.GetBytes(
                "[{\"Config\":\"config.json\",\"Layers\":[" + string.Join(',', layers.Select((_, i) => $"\"l{i}/layer.tar\"")) + "]}]"));
        }

        return buffer.ToArray();
    }

    private static void FixCheckSum(Span<byte> header)
    {
        header.Slice(148, 8).Fill((byte)' ');
        var sum = 0;
        foreach (var value in header[..512])
        {
            sum += value;
        }

        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header.Slice(148, 8));
    }

    /// <summary>An archive of many empty files that is never in memory as a whole.</summary>
    private sealed class EndlessArchive(int count) : MemoryStream
    {
        private readonly byte[] _header = Layer(("file", "")).AsSpan(0, 512).ToArray();
        private long _position;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var offset = (int)(_position % 512);
            var length = _position >= 512L * count ? 0 : Math.Min(512 - offset, buffer.Length);
            _header.AsMemory(offset, length).CopyTo(buffer);
            _position += length;
            return ValueTask.FromResult(length);
        }
    }
}
