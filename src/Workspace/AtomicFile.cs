using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dockerlint.Workspace;

/// <summary>
/// Replaces files whole: whoever reads the path sees the old or the new content, never a part. Mode, owner and extended attributes
/// stay. A link is followed within its tree only, see <see cref="SourceTree"/>.
/// </summary>
public static class AtomicFile
{
    private const string ChangedMeanwhile = "the file was changed meanwhile";

    /// <summary>Replaces the content of a file. Null when it went well, else what went wrong; the file is then as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">The content that was read; a file that has another by now is left alone.</param>
    /// <param name="content">The new content.</param>
    /// <param name="notice">What the user should know although it went well; null when there is nothing.</param>
    public static string? TryReplace(string path, byte[] expected, byte[] content, out string? notice)
    {
        ArgumentNullException.ThrowIfNull(expected);
        notice = null;
        try
        {
            if (Target(path, out var target) is { } refused)
            {
                return refused;
            }

            // A rename needs rights on the folder only: this asks for the right to change the file, and keeps the old content at hand.
            using var old = OpenOld(target, out var problem);
            if (old is null || !Holds(old, expected))
            {
                return problem ?? ChangedMeanwhile;
            }

            using var draft = FileDraft.Create(target, old, out problem);
            if (draft is null)
            {
                return problem;
            }

            draft.Stream.Write(content);
            notice = draft.OtherNames;
            return draft.Replace(() => Holds(old, expected) ? null : ChangedMeanwhile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <summary>Makes a file that does not exist yet. Null when it went well, else what went wrong.</summary>
    public static string? TryCreate(string path, byte[] content)
    {
        try
        {
            if (SourceTree.Around(path).Refuse(Path.GetDirectoryName(DiskPath.Full(path)) ?? "/") is { } refused)
            {
                return refused;
            }

            using var draft = FileDraft.Create(path, null, out var problem);
            draft?.Stream.Write(content);
            return draft is null ? problem : draft.Place();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <summary>
    /// Writes a file that a user named for output, new or not: whole or not at all. Null when it went well, else what went wrong.
    /// </summary>
    public static string? TryWrite(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            // Pipes and terminals take what is written as it comes: /dev/stdout, and the /dev/fd/63 of >(command).
            if (RegularFile.IsStream(path))
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                write(stream);
                return null;
            }

            return DiskPath.Status(path, followsLinks: false).Kind == DiskKind.None ? WriteNew(path, write) : WriteOver(path, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static string? WriteNew(string path, Action<Stream> write)
    {
        if (SourceTree.Around(path).Refuse(Path.GetDirectoryName(DiskPath.Full(path)) ?? "/") is { } refused)
        {
            return refused;
        }

        using var draft = FileDraft.Create(path, null, out var problem);
        if (draft is null)
        {
            return problem;
        }

        write(draft.Stream);
        return draft.Place();
    }

    private static string? WriteOver(string path, Action<Stream> write)
    {
        if (Target(path, out var target) is { } refused)
        {
            return refused;
        }

        using var old = OpenOld(target, out var problem);
        if (old is null)
        {
            return problem;
        }

        using var draft = FileDraft.Create(target, old, out problem, out var hasNoPlace);
        if (draft is not null)
        {
            write(draft.Stream);
            problem = draft.Replace(() => null);
        }

        if (!hasNoPlace && draft?.IsMounted != true)
        {
            return problem;
        }

        // The folder takes no new file, or the file is one that is mounted into a container: what there is to write is made first.
        using var buffer = new MemoryStream();
        write(buffer);
        RandomAccess.Write(old, buffer.GetBuffer().AsSpan(0, (int)buffer.Length), 0);
        RandomAccess.SetLength(old, buffer.Length);
        return null;
    }

    // Behind links, which must not lead out of the tree.
    private static string? Target(string path, out string target)
    {
        target = path;
        if (SourceTree.Around(path).Refuse(path) is { } refused)
        {
            return $"it leads to {DiskPath.Real(path) ?? path}: {refused}";
        }

        if (DiskPath.Real(path) is not { } real)
        {
            return "it is a link to something that is not there";
        }

        target = real;
        return null;
    }

    private static SafeFileHandle? OpenOld(string target, out string? problem)
    {
        var status = DiskPath.Status(target);
        if ((problem = RegularFile.Unsuitable(status.Kind)) is not null)
        {
            return null;
        }

        // The superuser may write everything; a file without any write bit is meant to stay as it is all the same.
        if (OperatingSystem.IsWindows() ? File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly) : (status.Mode & 0b010_010_010) == 0)
        {
            problem = "the file is read-only";
            return null;
        }

        if (!OperatingSystem.IsLinux())
        {
            return File.OpenHandle(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }

        var descriptor = LinuxFile.Open(
            LinuxFile.Name(target)!, LinuxFile.ForBoth | LinuxFile.CloseOnExec | LinuxFile.NoBlocking | LinuxFile.NoTerminal, 0);
        if (descriptor < 0)
        {
            problem = LinuxFile.Message(Marshal.GetLastPInvokeError());
            return null;
        }

        problem = RegularFile.Unsuitable(DiskPath.Status(descriptor).Kind);
        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (problem is null)
        {
            return handle;
        }

        handle.Dispose();
        return null;
    }

    private static bool Holds(SafeFileHandle file, byte[] expected)
    {
        if (RandomAccess.GetLength(file) != expected.Length)
        {
            return false;
        }

        var current = new byte[expected.Length];
        var length = 0;
        while (length < current.Length && RandomAccess.Read(file, current.AsSpan(length), length) is > 0 and var count)
        {
            length += count;
        }

        return length == expected.Length && current.AsSpan().SequenceEqual(expected);
    }
}
