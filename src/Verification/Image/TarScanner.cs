using System.Globalization;
using System.Text;

namespace Dockerlint.Verification;

/// <summary>
/// Reads a tar stream that nobody vouches for, entry by entry, without keeping or writing anything: ustar, GNU's long names and
/// sparse files, pax headers. No number in it decides how much memory is taken. What makes no sense is an
/// <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class TarScanner(Stream stream)
{
    private const int Block = 512;

    // Long names and pax headers beyond these are skipped over.
    private const int LongestHeader = 1 << 20;

    private readonly byte[] _header = new byte[Block];
    private readonly byte[] _skip = new byte[32 * 1024];
    private long _left;
    private long _padding;

    /// <summary>The next entry; null at the end.</summary>
    internal async ValueTask<TarItem?> NextAsync(CancellationToken cancellation)
    {
        string? longName = null, longLink = null;
        Dictionary<string, string>? pax = null;
        while (true)
        {
            await SkipAsync(_left + _padding, cancellation);
            (_left, _padding) = (0, 0);
            if (!await FillAsync(_header, cancellation) || _header.AsSpan().IndexOfAnyExcept((byte)0) < 0)
            {
                return null;
            }

            CheckSum();
            var type = (char)_header[156];
            var size = Number(_header.AsSpan(124, 12));
            if (pax?.GetValueOrDefault("size") is { } text && type is not ('x' or 'g'))
            {
                size = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : size;
            }

            // Links and directories have no content, whatever their size says.
            size = type is '1' or '2' or '3' or '4' or '5' or '6' ? 0 : size;
            if (size < 0)
            {
                throw new InvalidDataException("an entry has a negative size");
            }

            _left = size;
            _padding = (Block - (size % Block)) % Block;
            switch (type)
            {
                case 'L':
                    longName = Cut(await ReadHeaderAsync(cancellation));
                    continue;
                case 'K':
                    longLink = Cut(await ReadHeaderAsync(cancellation));
                    continue;
                case 'x':
                    pax = ReadPax(await ReadHeaderAsync(cancellation));
                    continue;
                case 'g':
                    continue;
                case 'S':
                    await SkipSparseMapAsync(cancellation);
                    break;
                default:
                    break;
            }

            return new TarItem(pax?.GetValueOrDefault("path") ?? longName ?? Name(), type, size)
            {
                Mode = (int)(Number(_header.AsSpan(100, 8)) & 0xFFF),
                UserId = PaxNumber(pax, "uid") ?? Number(_header.AsSpan(108, 8)),
                GroupId = PaxNumber(pax, "gid") ?? Number(_header.AsSpan(116, 8)),
                LinkTarget = pax?.GetValueOrDefault("linkpath") ?? longLink ?? Text(_header.AsSpan(157, 100)),
            };
        }
    }

    /// <summary>Reads on in the content of the entry; 0 at its end.</summary>
    internal async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        var wanted = (int)Math.Min(_left, buffer.Length);
        if (wanted == 0)
        {
            return 0;
        }

        var count = await stream.ReadAsync(buffer[..wanted], cancellation);
        if (count == 0)
        {
            throw new InvalidDataException("the archive ends within a file");
        }

        _left -= count;
        return count;
    }

    private async ValueTask SkipAsync(long count, CancellationToken cancellation)
    {
        while (count > 0)
        {
            var read = await stream.ReadAsync(_skip.AsMemory(0, (int)Math.Min(count, _skip.Length)), cancellation);
            if (read == 0)
            {
                throw new InvalidDataException("the archive ends within a file");
            }

            count -= read;
        }
    }

    private async ValueTask<bool> FillAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        var count = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return count == buffer.Length || (count == 0 ? false : throw new InvalidDataException("the archive ends within a header"));
    }

    private async ValueTask<byte[]> ReadHeaderAsync(CancellationToken cancellation)
    {
        if (_left > LongestHeader)
        {
            return [];
        }

        var bytes = new byte[_left];
        for (var filled = 0; filled < bytes.Length;)
        {
            filled += await ReadAsync(bytes.AsMemory(filled), cancellation);
        }

        return bytes;
    }

    // A sparse file with many holes has more blocks of its map before the content.
    private async ValueTask SkipSparseMapAsync(CancellationToken cancellation)
    {
        var isExtended = _header[482] != 0;
        for (var blocks = 0; isExtended && blocks < LongestHeader / Block; blocks++)
        {
            if (!await FillAsync(_header.AsMemory(), cancellation))
            {
                return;
            }

            isExtended = _header[504] != 0;
        }
    }

    private void CheckSum()
    {
        long sum = 8 * ' ';
        for (var i = 0; i < Block; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : _header[i];
        }

        if (sum != Number(_header.AsSpan(148, 8)))
        {
            throw new InvalidDataException("a header has a wrong checksum");
        }
    }

    private string Name()
    {
        var name = Text(_header.AsSpan(0, 100));
        var prefix = _header.AsSpan(257, 6).SequenceEqual("ustar\0"u8) ? Text(_header.AsSpan(345, 155)) : "";
        return prefix.Length > 0 ? prefix + "/" + name : name;
    }

    private static string Cut(byte[] bytes) => Text(bytes);

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    // Octal digits, or GNU's big-endian number behind a first bit.
    private static long Number(ReadOnlySpan<byte> field)
    {
        long value = 0;
        if ((field[0] & 0x80) != 0)
        {
            foreach (var part in field[^8..])
            {
                value = (value << 8) | part;
            }

            return value;
        }

        foreach (var digit in field)
        {
            if (digit is >= (byte)'0' and <= (byte)'7')
            {
                value = (value << 3) | (uint)(digit - '0');
            }
            else if (digit != ' ' && digit != 0)
            {
                break;
            }
        }

        return value;
    }

    private static long? PaxNumber(Dictionary<string, string>? pax, string key) =>
        pax?.GetValueOrDefault(key) is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    // Records of the form "LENGTH KEY=VALUE\n".
    private static Dictionary<string, string> ReadPax(byte[] bytes)
    {
        var records = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = bytes.AsSpan();
        while (!rest.IsEmpty)
        {
            var space = rest.IndexOf((byte)' ');
            if (space < 1 || !int.TryParse(rest[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length <= space + 1 || length > rest.Length)
            {
                break;
            }

            var record = rest[(space + 1)..(length - 1)];
            var equals = record.IndexOf((byte)'=');
            if (equals > 0)
            {
                records[Encoding.UTF8.GetString(record[..equals])] = Encoding.UTF8.GetString(record[(equals + 1)..]);
            }

            rest = rest[length..];
        }

        return records;
    }
}
