using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dockerlint.Workspace;

/// <summary>
/// The one way to read a file: regular files only, so that neither a pipe can hold a run up nor a device feed it without end, and
/// never more than a limit. What is no regular file is not even opened, as opening alone can block or have an effect.
/// </summary>
public static class RegularFile
{
    private const int PieceLength = 128 * 1024;
    private const int Patience = 5_000;

    /// <summary>Reads a file. Null when it went well, else what went wrong, without the path.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">How much it may hold.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="isNamed">
    /// Whether the user named it: then it may be a pipe, and what lies below <c>/dev</c> also a terminal, as <c>/dev/stdin</c> and the
    /// <c>/dev/fd/63</c> that a shell makes of <c>&lt;(command)</c> are. A pipe that is not there yet is not waited for for ever.
    /// </param>
    public static string? TryRead(string path, ReadLimit limit, out byte[] bytes, bool isNamed = false)
    {
        ArgumentNullException.ThrowIfNull(limit);
        bytes = [];
        using var handle = TryOpen(path, isNamed, out var problem);
        if (handle is null)
        {
            return problem;
        }

        try
        {
            using var stream = new FileStream(handle, FileAccess.Read, 0);
            return TryReadAll(stream, limit, out bytes, stream.CanSeek ? stream.Length : 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <summary>Reads a stream to its end. Null when it went well, else what went wrong.</summary>
    public static string? TryReadAll(Stream stream, ReadLimit limit, out byte[] bytes, long expected = 0)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(limit);
        bytes = [];
        if (expected > limit.Bytes)
        {
            return limit.Exceeded;
        }

        // One byte more than there should be shows the end at once.
        var buffer = new byte[expected > 0 ? expected + 1 : PieceLength];
        var length = 0;
        while (stream.Read(buffer, length, buffer.Length - length) is > 0 and var count)
        {
            length += count;
            if (length > limit.Bytes)
            {
                return limit.Exceeded;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(Math.Min(2L * length, limit.Bytes + 1), Array.MaxLength));
            }
        }

        bytes = buffer.AsSpan(0, length).ToArray();
        return null;
    }

    /// <summary>Opens a regular file for reading.</summary>
    /// <exception cref="IOException">It is none, or cannot be opened.</exception>
    public static Stream Open(string path)
    {
        var handle = TryOpen(path, mayBeStream: false, out var problem) ?? throw new IOException($"cannot read {path}: {problem}");
        return new FileStream(handle, FileAccess.Read, 0);
    }

    /// <summary>Whether a path stands for an open stream, as shells and people name them.</summary>
    public static bool IsStream(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/self/fd/", StringComparison.Ordinal);
    }

    /// <summary>What is in the way of reading something as a file; null when nothing is.</summary>
    internal static string? Unsuitable(DiskKind kind) => kind switch
    {
        DiskKind.File => null,
        DiskKind.None => "there is no such file",
        DiskKind.Unknown => "permission denied",
        DiskKind.Folder => "it is a folder",
        DiskKind.Link => "it is a link",
        DiskKind.Pipe => "it is a named pipe, and only regular files are read",
        DiskKind.Socket => "it is a socket, and only regular files are read",
        _ => "it is a device, and only regular files are read",
    };

    internal static SafeFileHandle? TryOpen(string path, bool mayBeStream, out string? problem)
    {
        var kind = DiskPath.Kind(path);
        var isPipe = mayBeStream && kind == DiskKind.Pipe && !IsStream(path)
            && DiskPath.Status(path, followsLinks: false).Kind == DiskKind.Pipe;
        var isStream = isPipe || (mayBeStream && kind is DiskKind.Pipe or DiskKind.CharacterDevice && IsStream(path));
        if ((problem = isStream ? null : Unsuitable(kind)) is not null)
        {
            return null;
        }

        if (!OperatingSystem.IsLinux())
        {
            return TryOpenPortable(path, out problem);
        }

        // Between the look and this the path may have become a pipe: opening must not wait for a writer.
        var descriptor = LinuxFile.Open(
            LinuxFile.Name(path)!, LinuxFile.CloseOnExec | LinuxFile.NoTerminal | (isStream && !isPipe ? 0 : LinuxFile.NoBlocking), 0);
        if (descriptor < 0)
        {
            problem = LinuxFile.Message(Marshal.GetLastPInvokeError());
            return null;
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        problem = isPipe ? Await(descriptor) : isStream ? null : Unsuitable(DiskPath.Status(descriptor).Kind);
        if (problem is not null)
        {
            handle.Dispose();
            return null;
        }

        return handle;
    }

    // From here on reading waits for what the writer has to say.
    private static string? Await(int pipe)
    {
        var poll = new LinuxFile.PollRequest { Descriptor = pipe, Events = LinuxFile.HasData };
        return LinuxFile.Poll(ref poll, 1, Patience) <= 0 ? $"it is a named pipe that nobody wrote to for {Patience / 1000} seconds"
            : LinuxFile.Control(pipe, LinuxFile.SetFlags, 0) < 0 ? "it is a named pipe that cannot be read"
            : null;
    }

    private static SafeFileHandle? TryOpenPortable(string path, out string? problem)
    {
        try
        {
            problem = null;
            return File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception.Message;
            return null;
        }
    }
}
