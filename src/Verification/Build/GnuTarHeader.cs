using System.Text;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Verification;

/// <summary>
/// The header of an entry of a GNU tar whose name or target is no UTF-8: the writer of .NET takes names as text only. See
/// <see href="https://www.gnu.org/software/tar/manual/html_node/Standard.html"/>.
/// </summary>
internal static class GnuTarHeader
{
    private const int Block = 512;
    private const int NameLength = 100;

    /// <summary>Whether an entry needs one.</summary>
    internal static bool IsNeeded(ContextEntry item) => !PathText.IsText(item.Path) || !PathText.IsText(item.LinkTarget ?? "");

    /// <summary>The blocks that stand before the content.</summary>
    internal static byte[] Of(ContextEntry item)
    {
        var name = PathText.Encode(item.Kind == ContextEntryKind.Directory ? item.Path + "/" : item.Path);
        var target = PathText.Encode(item.LinkTarget ?? "");
        var type = item.Kind switch { ContextEntryKind.Directory => '5', ContextEntryKind.SymbolicLink => '2', _ => '0' };
        return
        [
            .. name.Length > NameLength ? Long('L', name) : [],
            .. target.Length > NameLength ? Long('K', target) : [],
            .. Header(name, target, type, item.Mode ?? (type == '0' ? 0b110_100_100 : 0b111_101_101), type == '0' ? item.Size ?? 0 : 0,
                item.UserId, item.GroupId),
        ];
    }

    /// <summary>The bytes that fill the last block of a content.</summary>
    internal static byte[] Padding(long size) => new byte[(Block - (size % Block)) % Block];

    private static byte[] Long(char type, byte[] text) =>
        [.. Header(Encoding.ASCII.GetBytes("././@LongLink"), [], type, 0, text.Length + 1, 0, 0), .. text, 0, .. Padding(text.Length + 1)];

    private static byte[] Header(byte[] name, byte[] target, char type, int mode, long size, int user, int group)
    {
        var header = new byte[Block];
        name.AsSpan(0, Math.Min(NameLength, name.Length)).CopyTo(header);
        Octal(header.AsSpan(100, 8), mode);
        Octal(header.AsSpan(108, 8), user);
        Octal(header.AsSpan(116, 8), group);
        Octal(header.AsSpan(124, 12), size);
        Octal(header.AsSpan(136, 12), 0);
        header[156] = (byte)type;
        target.AsSpan(0, Math.Min(NameLength, target.Length)).CopyTo(header.AsSpan(157));
        "ustar  \0"u8.CopyTo(header.AsSpan(257));

        // The sum counts its own field as blanks.
        header.AsSpan(148, 8).Fill((byte)' ');
        Octal(header.AsSpan(148, 7), header.Sum(item => item));
        return header;
    }

    // Digits and a zero byte; what has more digits than fit is binary, behind a mark.
    private static void Octal(Span<byte> field, long value)
    {
        var digits = Convert.ToString(value, 8);
        if (digits.Length < field.Length)
        {
            Encoding.ASCII.GetBytes(digits.PadLeft(field.Length - 1, '0')).CopyTo(field);
            return;
        }

        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(field[^8..], value);
        field[0] = 0x80;
    }
}
