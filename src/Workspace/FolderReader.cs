using System.Runtime.InteropServices;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>Reads folders, with names of any bytes.</summary>
public static class FolderReader
{
    // struct dirent on 64 bits: number, offset, length of the record, type, name.
    private const int TypeOffset = 18;
    private const int NameOffset = 19;
    private const int NoLinks = 0x100; // AT_SYMLINK_NOFOLLOW

    private static readonly EnumerationOptions s_all =
        new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <summary>What stands in a folder, in no order.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<FolderEntry> Read(string folder) => Read(folder, static _ => false);

    /// <summary>The same; for those that are wanted, with what the system says about them.</summary>
    internal static List<FolderEntry> Read(string folder, Func<FolderEntry, bool> wantsStatus) =>
        OperatingSystem.IsLinux() && Environment.Is64BitProcess ? ReadLinux(folder, wantsStatus) : ReadPortable(folder);

    private static unsafe List<FolderEntry> ReadLinux(string folder, Func<FolderEntry, bool> wantsStatus)
    {
        var path = LinuxFile.Name(folder) ?? throw new DirectoryNotFoundException("there is no such folder");
        var descriptor = LinuxFile.Open(path, LinuxFile.Folder | LinuxFile.CloseOnExec | LinuxFile.NoBlocking, 0);
        var opened = descriptor < 0 ? 0 : LinuxFile.OpenFolder(descriptor);
        if (opened == 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (descriptor >= 0)
            {
                LinuxFile.Close(descriptor);
            }

            throw error == LinuxFile.NotThere ? new DirectoryNotFoundException("there is no such folder")
                : new IOException(error == LinuxFile.NotAFolder ? "it is no folder" : LinuxFile.Message(error));
        }

        try
        {
            var entries = new List<FolderEntry>();
            var buffer = stackalloc byte[DiskStatus.BufferSize];
            while (true)
            {
                Marshal.SetLastPInvokeError(0);
                var record = (byte*)LinuxFile.ReadFolder(opened);
                if (record is null)
                {
                    var error = Marshal.GetLastPInvokeError();
                    return error == 0 ? entries : throw new IOException(LinuxFile.Message(error));
                }

                var name = record + NameOffset;
                if (name[0] != '.' || (name[1] != 0 && (name[1] != '.' || name[2] != 0)))
                {
                    Add(entries, descriptor, name, record[TypeOffset], buffer, wantsStatus);
                }
            }
        }
        finally
        {
            LinuxFile.CloseFolder(opened);
        }
    }

    private static unsafe void Add(
        List<FolderEntry> entries, int folder, byte* name, byte type, byte* buffer, Func<FolderEntry, bool> wantsStatus)
    {
        var kind = type switch
        {
            8 => DiskKind.File,
            4 => DiskKind.Folder,
            10 => DiskKind.Link,
            1 => DiskKind.Pipe,
            2 => DiskKind.CharacterDevice,
            6 => DiskKind.BlockDevice,
            12 => DiskKind.Socket,
            _ => DiskKind.Unknown, // some file systems do not say
        };
        var entry = new FolderEntry(PathText.Decode(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name)), kind);
        if (kind == DiskKind.Unknown || wantsStatus(entry))
        {
            if (LinuxFile.StatxAt(folder, name, NoLinks, DiskStatus.Basics, buffer) != 0)
            {
                return; // it went meanwhile
            }

            var status = DiskStatus.Read(new ReadOnlySpan<byte>(buffer, DiskStatus.BufferSize));
            entry = entry with
            {
                Kind = status.Kind,
                Status = status,
                LinkTarget = status.Kind == DiskKind.Link ? Target(folder, name)
                : null
            };
        }

        entries.Add(entry);
    }

    private static unsafe string Target(int folder, byte* name)
    {
        var target = stackalloc byte[LinuxFile.LongestPath];
        var length = LinuxFile.ReadLinkAt(folder, name, target, LinuxFile.LongestPath);
        return length <= 0 ? "" : PathText.Decode(new ReadOnlySpan<byte>(target, (int)length));
    }

    private static List<FolderEntry> ReadPortable(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", s_all).Select(info =>
        {
            var status = DiskPath.Status(info.FullName, followsLinks: false);
            return new FolderEntry(info.Name, status.Kind) { Status = status, LinkTarget = info.LinkTarget };
        }),
    ];
}
