using System.Formats.Tar;
using System.Runtime.InteropServices;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// Questions about paths. On Linux a path is any bytes, and its text is that of <see cref="PathText"/>; nothing here opens what it is
/// asked about.
/// </summary>
public static class DiskPath
{
    private const int NoLinks = 0x100; // AT_SYMLINK_NOFOLLOW
    private const int EmptyPath = 0x1000; // AT_EMPTY_PATH

    // Where the type of an entry stands in a tar header.
    private const int TarType = 156;

    /// <summary>What stands under a path, behind links.</summary>
    public static DiskKind Kind(string path) => Status(path).Kind;

    /// <summary>Whether a regular file stands there, behind links.</summary>
    public static bool IsFile(string path) => Kind(path) == DiskKind.File;

    /// <summary>Whether a folder stands there, behind links.</summary>
    public static bool IsFolder(string path) => Kind(path) == DiskKind.Folder;

    /// <summary>Whether anything stands there.</summary>
    public static bool Exists(string path) => Kind(path) != DiskKind.None;

    // The runtime loses the bytes of its name that are no UTF-8.
    private static readonly Lazy<string> s_current = new(() =>
        OperatingSystem.IsLinux() && Environment.CurrentDirectory.Contains('\uFFFD', StringComparison.Ordinal)
            && LinkTarget("/proc/self/cwd") is { } target
            ? target : Environment.CurrentDirectory);

    /// <summary>The current folder, which no run changes.</summary>
    public static string CurrentFolder => s_current.Value;

    /// <summary>The path from the root, without dots; links stay.</summary>
    public static string Full(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Contains('\0', StringComparison.Ordinal) ? path : Path.GetFullPath(path, CurrentFolder);
    }

    /// <summary>Where a path leads that is written in a file of a folder, without dots; links stay. It may hold anything.</summary>
    internal static string FullFrom(string folder, string path) => Full(Path.Combine(folder, path));

    /// <summary>The path as seen from a folder.</summary>
    public static string Relative(string folder, string path) =>
        path.Contains('\0', StringComparison.Ordinal) ? path : Path.GetRelativePath(Full(folder), Full(path));

    /// <summary>The path with all links resolved; null when something on the way is missing.</summary>
    public static string? Real(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            var buffer = new byte[LinuxFile.LongestPath + 1];
            return LinuxFile.Name(path) is { } name && LinuxFile.RealPath(name, buffer) != 0 ? Text(buffer) : null;
        }

        return RealPortable(Full(path), 0);
    }

    /// <summary>Where a link leads, as it is written in it; null for anything else.</summary>
    public static string? LinkTarget(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            var buffer = new byte[LinuxFile.LongestPath];
            return LinuxFile.Name(path) is { } name && LinuxFile.ReadLink(name, buffer, buffer.Length) is > 0 and var length
                ? PathText.Decode(buffer.AsSpan(0, (int)length)) : null;
        }

        return path.Contains('\0', StringComparison.Ordinal) ? null : new FileInfo(path).LinkTarget;
    }

    /// <summary>The path as a reader may see it: bytes that are no UTF-8 are written as <c>\xNN</c>.</summary>
    public static string Shown(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return PathText.IsText(path) ? path : string.Concat(path.Select((c, i) =>
            c is >= '\uDC80' and <= '\uDCFF' && (i == 0 || !char.IsHighSurrogate(path[i - 1])) ? $"\\x{c - 0xDC00:x2}" : $"{c}"));
    }

    internal static DiskStatus Status(string path, bool followsLinks = true)
    {
        if (!OperatingSystem.IsLinux())
        {
            return StatusPortable(path, followsLinks);
        }

        var buffer = new byte[DiskStatus.BufferSize];
        return LinuxFile.Name(path) is not { } name ? DiskStatus.None
            : LinuxFile.Statx(LinuxFile.CurrentFolder, name, followsLinks ? 0 : NoLinks, DiskStatus.Basics, buffer) == 0
                ? DiskStatus.Read(buffer)
            : Marshal.GetLastPInvokeError() == LinuxFile.NotPermitted ? new DiskStatus(DiskKind.Unknown, 0, 0)
            : DiskStatus.None;
    }

    /// <summary>The status of what is open. Linux only.</summary>
    internal static DiskStatus Status(int descriptor)
    {
        var buffer = new byte[DiskStatus.BufferSize];
        return LinuxFile.Statx(descriptor, [0], EmptyPath, DiskStatus.Basics, buffer) == 0 ? DiskStatus.Read(buffer) : DiskStatus.None;
    }

    private static string Text(byte[] buffer) => PathText.Decode(buffer.AsSpan(0, Array.IndexOf(buffer, (byte)0)));

    private static DiskStatus StatusPortable(string path, bool followsLinks)
    {
        try
        {
            if (path.Contains('\0', StringComparison.Ordinal))
            {
                return DiskStatus.None;
            }

            FileSystemInfo info = new FileInfo(path);
            if (info.LinkTarget is not null)
            {
                if (!followsLinks)
                {
                    return new DiskStatus(DiskKind.Link, 0, 0);
                }

                info = info.ResolveLinkTarget(returnFinalTarget: true)!;
            }

            return Directory.Exists(info.FullName) ? new DiskStatus(DiskKind.Folder, 0, ModeOf(info))
                : !info.Exists || info is not FileInfo file ? DiskStatus.None
                : file.Length == 0 && IsSpecial(file.FullName) ? new DiskStatus(DiskKind.Pipe, 0, 0)
                : new DiskStatus(DiskKind.File, file.Length, ModeOf(file));
        }
        catch (UnauthorizedAccessException)
        {
            return new DiskStatus(DiskKind.Unknown, 0, 0);
        }
        catch (IOException)
        {
            return DiskStatus.None;
        }
    }

    private static int ModeOf(FileSystemInfo info) => OperatingSystem.IsWindows() ? 0b111_101_101 : (int)info.UnixFileMode;

    // Pipes, sockets and devices look like empty files; what the tar writer makes of them says what they are, without opening them.
    private static bool IsSpecial(string path)
    {
        try
        {
            using var buffer = new MemoryStream();
            using (var writer = new TarWriter(buffer, TarEntryFormat.Ustar, leaveOpen: true))
            {
                writer.WriteEntry(path, "entry");
            }

            return buffer.Length > TarType && buffer.GetBuffer()[TarType] is (byte)'3' or (byte)'4' or (byte)'6';
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true; // a socket, which no archive can hold
        }
    }

    private static string? RealPortable(string path, int depth)
    {
        const int mostLinks = 40;
        if (depth > mostLinks || Path.GetDirectoryName(path) is not { } parent)
        {
            return depth > mostLinks ? null : path;
        }

        if (RealPortable(parent, depth) is not { } folder)
        {
            return null;
        }

        var here = Path.Combine(folder, Path.GetFileName(path));
        return LinkTarget(here) is { } target ? RealPortable(Path.GetFullPath(target, folder), depth + 1) : Path.Exists(here) ? here : null;
    }
}
