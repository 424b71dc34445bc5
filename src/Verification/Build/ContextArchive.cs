using System.Formats.Tar;
using System.Text;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Verification;

/// <summary>
/// Writes a build context as a tar stream: the entries in the order of the manifest, owners 0, one time for all, so that equal contexts
/// are equal bytes. Names that ustar cannot hold take GNU's form; BuildKit does not know a stream that begins with a pax header as a tar.
/// </summary>
internal static class ContextArchive
{
    private static readonly DateTimeOffset s_time = DateTimeOffset.UnixEpoch;

    internal static async Task WriteAsync(BuildContext context, Stream output, CancellationToken cancellation)
    {
        await using var writer = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        foreach (var item in context.Manifest.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (item.Kind is ContextEntryKind.Unknown or ContextEntryKind.Submodule)
            {
                continue;
            }

            if (GnuTarHeader.IsNeeded(item))
            {
                await WriteBytesAsync(context, item, output, cancellation);
                continue;
            }

            var entry = Create(item);
            entry.ModificationTime = s_time;
            entry.Mode = (UnixFileMode)(item.Mode ?? (item.Kind == ContextEntryKind.File ? 0b110_100_100 : 0b111_101_101));
            entry.Uid = item.UserId;
            entry.Gid = item.GroupId;
            if (item.Kind == ContextEntryKind.SymbolicLink)
            {
                entry.LinkName = item.LinkTarget!;
            }

            if (item.Kind != ContextEntryKind.File || item.Size == 0)
            {
                await writer.WriteEntryAsync(entry, cancellation);
                continue;
            }

            await using var bytes = context.Open(item.Path);
            entry.DataStream = bytes;
            await writer.WriteEntryAsync(entry, cancellation);
        }
    }

    private static async Task WriteBytesAsync(BuildContext context, ContextEntry item, Stream output, CancellationToken cancellation)
    {
        await output.WriteAsync(GnuTarHeader.Of(item), cancellation);
        if (item.Kind != ContextEntryKind.File || item.Size is not > 0)
        {
            return;
        }

        // The header says how long the content is, whatever happens to the file.
        await using var bytes = context.Open(item.Path);
        var buffer = new byte[128 * 1024];
        for (var left = item.Size.Value; left > 0;)
        {
            var count = await bytes.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellation);
            if (count == 0)
            {
                throw new IOException($"{item.Path} became shorter while it was sent");
            }

            await output.WriteAsync(buffer.AsMemory(0, count), cancellation);
            left -= count;
        }

        await output.WriteAsync(GnuTarHeader.Padding(item.Size.Value), cancellation);
    }

    private static TarEntry Create(ContextEntry item)
    {
        var type = item.Kind switch
        {
            ContextEntryKind.Directory => TarEntryType.Directory,
            ContextEntryKind.SymbolicLink => TarEntryType.SymbolicLink,
            _ => TarEntryType.RegularFile,
        };
        var name = item.Kind == ContextEntryKind.Directory ? item.Path + "/" : item.Path;
        return FitsUstar(name) && Encoding.UTF8.GetByteCount(item.LinkTarget ?? "") <= 100 && (item.Size ?? 0) < 1L << 33
            ? new UstarTarEntry(type, name)
            : new GnuTarEntry(type, name);
    }

    // 100 bytes of name, or 155 and 100 with a slash between.
    private static bool FitsUstar(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= 100)
        {
            return true;
        }

        for (var slash = Math.Min(155, bytes.Length - 2); slash > 0; slash--)
        {
            if (bytes[slash] == (byte)'/')
            {
                return bytes.Length - slash - 1 <= 100;
            }
        }

        return false;
    }
}
