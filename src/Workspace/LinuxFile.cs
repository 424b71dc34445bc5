using System.Runtime.InteropServices;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// The calls of libc that .NET has no like of: it cannot name a file by bytes that are no UTF-8, does not tell pipes and devices from
/// files, and knows neither owners nor extended attributes nor the exchange of two names. Linux only. See linux/stat.h and open(2).
/// </summary>
internal static partial class LinuxFile
{
    internal const int CurrentFolder = -100; // AT_FDCWD
    internal const int ForReading = 0;
    internal const int ForWriting = 1;
    internal const int ForBoth = 2;
    internal const int Create = 0x40;
    internal const int Exclusive = 0x80;
    internal const int NoTerminal = 0x100;
    internal const int NoBlocking = 0x800;
    internal const int CloseOnExec = 0x80000;
    internal const int NotThere = 2; // ENOENT
    internal const int NotPermitted = 13; // EACCES
    internal const int NotAllowed = 1; // EPERM
    internal const int Busy = 16; // EBUSY
    internal const int Exists = 17; // EEXIST
    internal const int OtherDevice = 18; // EXDEV
    internal const int NotAFolder = 20; // ENOTDIR
    internal const int NotValid = 22; // EINVAL
    internal const int ReadOnlySystem = 30; // EROFS
    internal const int NotImplemented = 38; // ENOSYS
    internal const uint NoReplace = 1;
    internal const uint Exchange = 2;
    internal const int LongestPath = 4096;
    internal const int SetFlags = 4; // F_SETFL
    internal const short HasData = 1; // POLLIN

    private static readonly bool s_isArm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;

    /// <summary>Not to follow a link; the only flag whose value differs between the architectures .NET runs on.</summary>
    internal static int NoLink => s_isArm ? 0x8000 : 0x20000;

    /// <summary>To open folders only.</summary>
    internal static int Folder => s_isArm ? 0x4000 : 0x10000;

    /// <summary>The bytes of a path as libc wants them; null for a path with a zero byte, which can name nothing.</summary>
    internal static byte[]? Name(string path) => path.Contains('\0', StringComparison.Ordinal) ? null : [.. PathText.Encode(path), 0];

    /// <summary>What an error number means, in the words of the system.</summary>
    internal static string Message(int error) => error switch
    {
        NotThere or NotAFolder => "there is no such file",
        NotPermitted => "permission denied",
        _ => Marshal.GetPInvokeErrorMessage(error) is { Length: > 0 } text ? char.ToLowerInvariant(text[0]) + text[1..] : $"error {error}",
    };

    /// <summary>struct pollfd.</summary>
    internal struct PollRequest
    {
        internal int Descriptor;
        internal short Events;
        internal short Seen;
    }

    /// <summary>struct rlimit on 64 bits.</summary>
    private struct ResourceLimit
    {
        internal ulong Soft;
        internal ulong Hard;
    }

    /// <summary>
    /// Limits what a process of ours may take for its data; files that it maps do not count. Where that cannot be done, nothing happens.
    /// </summary>
    internal static void LimitMemory(int process, ulong bytes)
    {
        const int dataSize = 2; // RLIMIT_DATA
        if (OperatingSystem.IsLinux() && Environment.Is64BitProcess)
        {
            _ = Limit(process, dataSize, new ResourceLimit { Soft = bytes, Hard = bytes }, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static partial int Limit(int process, int resource, in ResourceLimit limit, nint before);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    internal static partial int Open(byte[] path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    internal static partial int Statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] buffer);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    internal static unsafe partial int StatxAt(int folder, byte* path, int flags, uint mask, byte* buffer);

    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = true)]
    internal static partial nint ReadLink(byte[] path, [Out] byte[] buffer, nint length);

    [LibraryImport("libc", EntryPoint = "readlinkat", SetLastError = true)]
    internal static unsafe partial nint ReadLinkAt(int folder, byte* path, byte* buffer, nint length);

    [LibraryImport("libc", EntryPoint = "realpath", SetLastError = true)]
    internal static partial nint RealPath(byte[] path, [Out] byte[] buffer);

    [LibraryImport("libc", EntryPoint = "fdopendir", SetLastError = true)]
    internal static partial nint OpenFolder(int descriptor);

    [LibraryImport("libc", EntryPoint = "readdir", SetLastError = true)]
    internal static partial nint ReadFolder(nint folder);

    [LibraryImport("libc", EntryPoint = "closedir")]
    internal static partial int CloseFolder(nint folder);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int Control(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int Control(int descriptor, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    internal static partial int Poll(ref PollRequest request, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    internal static partial int Lock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "fchown", SetLastError = true)]
    internal static partial int ChangeOwner(int descriptor, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    internal static partial int ChangeMode(int descriptor, uint mode);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    internal static partial int Rename(int fromFolder, byte[] from, int toFolder, byte[] to, uint flags);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true)]
    internal static partial int Rename(byte[] from, byte[] to);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true)]
    internal static partial int Link(byte[] from, byte[] to);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true)]
    internal static partial int Unlink(byte[] path);

    [LibraryImport("libc", EntryPoint = "flistxattr", SetLastError = true)]
    internal static partial nint ListAttributes(int descriptor, [Out] byte[]? names, nint length);

    [LibraryImport("libc", EntryPoint = "fgetxattr", SetLastError = true)]
    internal static partial nint GetAttribute(int descriptor, byte[] name, [Out] byte[]? value, nint length);

    [LibraryImport("libc", EntryPoint = "fsetxattr", SetLastError = true)]
    internal static partial int SetAttribute(int descriptor, byte[] name, byte[] value, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "fremovexattr", SetLastError = true)]
    internal static partial int RemoveAttribute(int descriptor, byte[] name);
}
