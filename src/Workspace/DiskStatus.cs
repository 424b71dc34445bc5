namespace Dockerlint.Workspace;

/// <summary>What the system says about a path. Two states of one file are equal if nothing was written in between.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Mode">The permission bits with set-user-ID, set-group-ID and sticky.</param>
internal readonly record struct DiskStatus(DiskKind Kind, long Size, int Mode)
{
    // From linux/stat.h: the layout of struct statx is the same on every architecture.
    internal const int BufferSize = 256;
    internal const uint Basics = 0x7ff; // STATX_BASIC_STATS
    private const int LinksOffset = 16;
    private const int UserOffset = 20;
    private const int GroupOffset = 24;
    private const int ModeOffset = 28;
    private const int InodeOffset = 32;
    private const int SizeOffset = 40;
    private const int ChangeOffset = 96;
    private const int ModificationOffset = 112;
    private const int DeviceOffset = 136;

    /// <summary>Nothing.</summary>
    internal static DiskStatus None { get; } = new(DiskKind.None, 0, 0);

    /// <summary>Names of the file.</summary>
    internal uint Links { get; init; }

    /// <summary>Its owner.</summary>
    internal uint User { get; init; }

    /// <summary>Its group.</summary>
    internal uint Group { get; init; }

    /// <summary>Device and number of the file: whoever has the same is the same file.</summary>
    internal (ulong Device, ulong Inode) Identity { get; init; }

    /// <summary>When content or status changed last.</summary>
    internal (long Seconds, uint Nanoseconds, long StatusSeconds, uint StatusNanoseconds) Times { get; init; }

    /// <summary>What a structure of statx says.</summary>
    internal static DiskStatus Read(ReadOnlySpan<byte> buffer)
    {
        var mode = BitConverter.ToUInt16(buffer[ModeOffset..]);
        return new DiskStatus(KindOf(mode), BitConverter.ToInt64(buffer[SizeOffset..]), mode & 0xFFF)
        {
            Links = BitConverter.ToUInt32(buffer[LinksOffset..]),
            User = BitConverter.ToUInt32(buffer[UserOffset..]),
            Group = BitConverter.ToUInt32(buffer[GroupOffset..]),
            Identity = (BitConverter.ToUInt64(buffer[DeviceOffset..]), BitConverter.ToUInt64(buffer[InodeOffset..])),
            Times = (BitConverter.ToInt64(buffer[ModificationOffset..]), BitConverter.ToUInt32(buffer[(ModificationOffset + 8)..]),
                BitConverter.ToInt64(buffer[ChangeOffset..]), BitConverter.ToUInt32(buffer[(ChangeOffset + 8)..])),
        };
    }

    private static DiskKind KindOf(int mode) => (mode & 0xF000) switch
    {
        0x8000 => DiskKind.File,
        0x4000 => DiskKind.Folder,
        0xA000 => DiskKind.Link,
        0x1000 => DiskKind.Pipe,
        0x2000 => DiskKind.CharacterDevice,
        0x6000 => DiskKind.BlockDevice,
        0xC000 => DiskKind.Socket,
        _ => DiskKind.Unknown,
    };
}
