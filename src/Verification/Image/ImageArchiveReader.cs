using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Verification;

/// <summary>
/// Reads what <c>docker save</c> writes, both layouts, as a stream: nothing is unpacked, and whatever the archive says, no more than
/// the limits allow is kept or read.
/// </summary>
/// <param name="limits">The limits.</param>
/// <param name="hashesFiles">Whether the digest of every file is wanted.</param>
/// <param name="wanted">The paths of files whose contents are wanted.</param>
internal sealed partial class ImageArchiveReader(ImageReadLimits limits, bool hashesFiles = false, IReadOnlyList<string>? wanted = null)
{
    private const int SniffedBytes = 4096;
    private const int LargestUserTable = 256 * 1024;
    private const int LargestWanted = 16 << 20;
    private const int LongestInterpreter = 256;

    private readonly HashSet<string> _wanted = (wanted ?? []).Select(path => path.TrimStart('/')).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ImageFile>> _layers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private readonly byte[] _sniffed = new byte[SniffedBytes];
    private long _entries;
    private long _bytes;
    private long _characters;
    private long _documentBytes;

    /// <summary>Reads an archive.</summary>
    /// <exception cref="InvalidDataException">It is no image.</exception>
    internal async Task<ImageContents> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var outer = new TarScanner(stream);
        for (var count = 0; await outer.NextAsync(cancellation) is { } item; count++)
        {
            if (count > limits.Blobs)
            {
                throw new InvalidDataException($"the image archive has more than {limits.Blobs} parts");
            }

            var path = ContextPath.FromRoot(item.Path);
            if (item.Type == '2' && item.LinkTarget.Length <= limits.PathLength)
            {
                _links[path] = ContextPath.FromRoot(ContextPath.Join(ContextPath.Parent(path), item.LinkTarget));
            }
            else if (item.IsFile && item.Size > 0)
            {
                await ReadPartAsync(new TarContentStream(outer), path, item.Size, cancellation);
            }
        }

        return Assemble();
    }

    private async Task ReadPartAsync(Stream part, string path, long size, CancellationToken cancellation)
    {
        var content = new BufferedStream(part, 64 * 1024);
        var first = new byte[4];
        var count = await content.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellation);
        var whole = new ConcatenatedStream(first.AsMemory(0, count), content);
        if (first[0] is (byte)'{' or (byte)'[')
        {
            _documentBytes += size;
            if (_documentBytes <= limits.DocumentBytes)
            {
                using var buffer = new MemoryStream();
                await whole.CopyToAsync(buffer, cancellation);
                _documents[path] = buffer.ToArray();
            }

            return;
        }

        try
        {
            if (first is [0x1F, 0x8B, ..])
            {
                await using var unpacked = new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true);
                _layers[path] = await ReadLayerAsync(unpacked, cancellation);
            }
            else if (first is [0x28, 0xB5, 0x2F, 0xFD])
            {
                _problems.Add($"a layer is compressed with zstd and was not looked into ({path})");
            }
            else if (size >= 512)
            {
                _layers[path] = await ReadLayerAsync(whole, cancellation);
            }
        }
        catch (InvalidDataException exception)
        {
            _problems.Add($"a layer could not be read to its end: {exception.Message} ({path})");
        }
    }

    private async Task<List<ImageFile>> ReadLayerAsync(Stream stream, CancellationToken cancellation)
    {
        var files = new List<ImageFile>();
        var scanner = new TarScanner(new CountedStream(stream, Count));
        while (await scanner.NextAsync(cancellation) is { } item)
        {
            if (++_entries > limits.Entries)
            {
                throw new InvalidDataException($"the image has more than {limits.Entries} entries");
            }

            if (item.Path.Length > limits.PathLength || item.LinkTarget.Length > limits.PathLength)
            {
                continue;
            }

            var file = await ReadFileAsync(scanner, item, cancellation);
            _characters += file.Path.Length + file.LinkTarget.Length + file.Interpreter.Length;
            if (_characters > limits.Characters)
            {
                throw new InvalidDataException($"the paths of the image have more than {limits.Characters} characters");
            }

            files.Add(file);
        }

        return files;
    }

    private void Count(int bytes)
    {
        _bytes += bytes;
        if (_bytes > limits.Bytes)
        {
            throw new InvalidDataException($"the image has more than {limits.Bytes} bytes");
        }
    }

    private async ValueTask<ImageFile> ReadFileAsync(TarScanner scanner, TarItem item, CancellationToken cancellation)
    {
        var path = ContextPath.FromRoot(item.Path);
        var name = ContextPath.Base("/" + path);
        if (name == ".wh..wh..opq")
        {
            return new ImageFile(ContextPath.Parent(path), ImageFileKind.OpaqueDirectory, 0);
        }

        if (name.StartsWith(".wh.", StringComparison.Ordinal))
        {
            return new ImageFile(ContextPath.Join(ContextPath.Parent(path), name[4..]), ImageFileKind.Whiteout, 0);
        }

        var kind = item.Type switch
        {
            '1' => ImageFileKind.HardLink,
            '2' => ImageFileKind.SymbolicLink,
            '5' => ImageFileKind.Directory,
            _ => item.IsFile ? ImageFileKind.File : ImageFileKind.Special,
        };
        var file = new ImageFile(path, kind, kind == ImageFileKind.File ? item.Size : 0)
        {
            Mode = item.Mode,
            UserId = item.UserId,
            GroupId = item.GroupId,
            LinkTarget = item.LinkTarget,
        };
        if (kind != ImageFileKind.File)
        {
            return file;
        }

        var count = 0;
        while (count < _sniffed.Length && await scanner.ReadAsync(_sniffed.AsMemory(count), cancellation) is > 0 and var read)
        {
            count += read;
        }

        file = Sniff(file, _sniffed.AsSpan(0, count));
        if (_wanted.Contains(path) && item.Size <= LargestWanted)
        {
            file = file with { Content = await ReadBytesAsync(scanner, count, LargestWanted, cancellation) };
            return file with { Text = path is "etc/passwd" or "etc/group" ? Encoding.UTF8.GetString(file.Content) : "" };
        }

        if (path is "etc/passwd" or "etc/group" || PackageDatabase.IsWanted(path))
        {
            var most = PackageDatabase.IsWanted(path) ? LargestWanted : LargestUserTable;
            return file with { Text = Encoding.UTF8.GetString(await ReadBytesAsync(scanner, count, most, cancellation)) };
        }

        return hashesFiles ? file with { Digest = await HashAsync(scanner, count, cancellation) } : file;
    }

    private static ImageFile Sniff(ImageFile file, ReadOnlySpan<byte> start)
    {
        var begin = start.IndexOf("-----BEGIN "u8);
        var isKey = begin >= 0 && begin < 200 && start[begin..] is var rest
            && rest[..Math.Min(rest.Length, 64)].IndexOf("PRIVATE KEY"u8) > 0;
        var interpreter = "";
        if (start.StartsWith("#!"u8))
        {
            var end = start.IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(start[2..Math.Min(end < 0 ? start.Length : end, LongestInterpreter)]);

            // A carriage return belongs to the name that the kernel looks for.
            interpreter = line.Trim(' ', '\t').Split(' ', '\t')[0];
        }

        return isKey || interpreter.Length > 0 ? file with { IsPrivateKey = isKey, Interpreter = interpreter } : file;
    }

    private async ValueTask<byte[]> ReadBytesAsync(TarScanner scanner, int sniffed, int most, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        text.Write(_sniffed, 0, sniffed);
        var buffer = new byte[16 * 1024];
        while (text.Length < most && await scanner.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            text.Write(buffer, 0, count);
        }

        return text.ToArray();
    }

    private async ValueTask<string> HashAsync(TarScanner scanner, int sniffed, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_sniffed.AsSpan(0, sniffed));
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        while (await scanner.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            hash.AppendData(buffer.AsSpan(0, count));
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
