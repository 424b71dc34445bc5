using System.Runtime.InteropServices;

namespace Dockerlint.Cli;

/// <summary>Owner and group of files, which .NET does not know of; Linux only, elsewhere a new file keeps its owner.</summary>
internal static partial class FileOwner
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint WantsOwnerAndGroup = 0x18; // STATX_UID | STATX_GID

    // From linux/stat.h: the layout of struct statx is the same on every architecture.
    private const int StatSize = 256;
    private const int UserOffset = 20;
    private const int GroupOffset = 24;

    /// <summary>Gives a file the owner and group of another; false when that is not allowed.</summary>
    internal static bool TryCopy(string from, string to)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        return Read(from) is { } wanted && Read(to) is { } actual
            && (wanted == actual || ChangeOwner(to, wanted.User, wanted.Group) == 0);
    }

    private static (uint User, uint Group)? Read(string path)
    {
        var buffer = new byte[StatSize];
        return Statx(CurrentFolder, path, 0, WantsOwnerAndGroup, buffer) == 0
            ? (BitConverter.ToUInt32(buffer, UserOffset), BitConverter.ToUInt32(buffer, GroupOffset))
            : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] buffer);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
