using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dockerlint.Workspace;

/// <summary>
/// A new file beside the one whose place it takes. Its content is on the disk before the names change hands. On Linux its writer
/// holds a lock on it, so that what a killed run left behind can be told from the work of one that runs, and is removed.
/// </summary>
internal sealed class FileDraft : IDisposable
{
    private const string Prefix = ".dockerlint-";
    private const string Suffix = ".tmp";
    private const int LockOrFail = 2 | 4; // LOCK_EX | LOCK_NB
    private const int Private = 0b110_000_000;
    private const int Usual = 0b110_110_110;
    private const int Attempts = 10;

    private readonly string _target;
    private readonly string _path;
    private readonly SafeFileHandle? _old;
    private bool _isThere = true;

    /// <summary>Whether the old file cannot be replaced, because something is mounted on it.</summary>
    internal bool IsMounted { get; private set; }

    private FileDraft(string target, string path, SafeFileHandle handle, SafeFileHandle? old)
    {
        _target = target;
        _path = path;
        _old = old;
        Stream = new FileStream(handle, FileAccess.Write, 4096);
    }

    /// <summary>Where the new content goes.</summary>
    internal FileStream Stream { get; }

    /// <summary>What becomes of other names of the old file; null when it has none.</summary>
    internal string? OtherNames => _old is not null && OperatingSystem.IsLinux() && Old.Links is > 1 and var links
        ? $"the file has {links} names (hard links), and the others keep the old content" : null;

    private DiskStatus Old => DiskPath.Status((int)_old!.DangerousGetHandle());

    /// <summary>Begins a file; null and what is wrong when that cannot be done.</summary>
    /// <param name="target">The path whose place it takes; no link.</param>
    /// <param name="old">The file that is there, open; null when there is none.</param>
    /// <param name="problem">What is wrong.</param>
    internal static FileDraft? Create(string target, SafeFileHandle? old, out string? problem) => Create(target, old, out problem, out _);

    /// <summary>The same; and whether it is the folder that takes no new file.</summary>
    internal static FileDraft? Create(string target, SafeFileHandle? old, out string? problem, out bool hasNoPlace)
    {
        (problem, hasNoPlace) = (null, false);
        var folder = Path.GetDirectoryName(DiskPath.Full(target)) ?? "/";
        if (!OperatingSystem.IsLinux())
        {
            var portable = NewName(folder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows() && old is not null)
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (new FileStream(portable, options))
            {
            }

            return new FileDraft(
                target, portable, File.OpenHandle(portable, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete), old);
        }

        RemoveLeftovers(folder);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var path = NewName(folder);
            var descriptor = LinuxFile.Open(
                LinuxFile.Name(path)!, LinuxFile.Create | LinuxFile.Exclusive | LinuxFile.ForWriting | LinuxFile.CloseOnExec, old is null
                    ? Usual : Private);
            if (descriptor < 0)
            {
                var error = Marshal.GetLastPInvokeError();
                problem = error == LinuxFile.NotThere ? "there is no such folder" : LinuxFile.Message(error);
                hasNoPlace = error is LinuxFile.NotPermitted or LinuxFile.NotAllowed or LinuxFile.ReadOnlySystem;
                return null;
            }

            // Whoever removes leftovers may have come between making and locking.
            var handle = new SafeFileHandle(descriptor, ownsHandle: true);
            if ((LinuxFile.Lock(descriptor, LockOrFail) == 0 || attempt == Attempts - 1) && DiskPath.Status(descriptor).Links > 0)
            {
                return new FileDraft(target, path, handle, old);
            }

            handle.Dispose();
        }

        problem = "another run is at work in the folder";
        return null;
    }

    /// <summary>Puts the file where none is. Null when it went well, else what went wrong.</summary>
    internal string? Place()
    {
        Stream.Flush(flushToDisk: true);
        if (!OperatingSystem.IsLinux())
        {
            Stream.Dispose();
            File.Move(_path, _target, overwrite: false);
            _isThere = false;
            return null;
        }

        var (from, to) = (LinuxFile.Name(_path)!, LinuxFile.Name(_target)!);
        if (Exchange(from, to, LinuxFile.NoReplace) is { } error && error is LinuxFile.NotValid or LinuxFile.NotImplemented)
        {
            // A file system that cannot do that at once: a second name fails where one is.
            var isLinked = LinuxFile.Link(from, to) == 0;
            return isLinked ? null : LinuxFile.Message(Marshal.GetLastPInvokeError());
        }
        else if (error != 0)
        {
            return error == LinuxFile.Exists ? "the file was made meanwhile" : LinuxFile.Message(error);
        }

        _isThere = false;
        return null;
    }

    /// <summary>
    /// Puts the file in the place of the old one. Null when it went well, else what went wrong; then the old file is there.
    /// </summary>
    /// <param name="check">Says what is wrong with the old file, null for nothing; asked when nobody can open it by its name any
    /// more.</param>
    internal string? Replace(Func<string?> check)
    {
        if (!OperatingSystem.IsLinux())
        {
            return ReplacePortable(check);
        }

        Stream.Flush();
        var before = Old;
        var descriptor = (int)Stream.SafeFileHandle.DangerousGetHandle();
        if (KeptAttributes.TryCopy((int)_old!.DangerousGetHandle(), descriptor, before) is { } problem)
        {
            return problem;
        }

        Stream.Flush(flushToDisk: true);
        var (from, to) = (LinuxFile.Name(_path)!, LinuxFile.Name(_target)!);
        var error = Exchange(from, to, LinuxFile.Exchange);
        if (error is LinuxFile.NotValid or LinuxFile.NotImplemented)
        {
            return Overwrite(check, from, to, before);
        }

        if (error != 0)
        {
            IsMounted = error is LinuxFile.Busy or LinuxFile.OtherDevice;
            return error == LinuxFile.NotThere ? "the file was removed meanwhile" : LinuxFile.Message(error);
        }

        // Now the draft's name is that of what stood there: if that is not what was read, it goes back.
        var reason = DiskPath.Status(_path, followsLinks: false).Identity != before.Identity ? "the file was changed meanwhile" : check();
        if (reason is null)
        {
            return null;
        }

        // Something newer may have come in that moment: then it stays, and what it replaced goes.
        error = Exchange(from, to, LinuxFile.Exchange);
        if (error == 0 && DiskPath.Status(_path, followsLinks: false).Identity != DiskPath.Status(descriptor).Identity)
        {
            error = Exchange(from, to, LinuxFile.Exchange);
        }

        _isThere = error == 0;
        return error == 0 ? reason : $"{reason}; what was there is now {_path}";
    }

    public void Dispose()
    {
        // The name goes before the lock does.
        if (_isThere)
        {
            if (OperatingSystem.IsLinux())
            {
                LinuxFile.Unlink(LinuxFile.Name(_path)!);
            }
            else
            {
                Close();
                File.Delete(_path);
            }
        }

        Close();
    }

    // What did not fit on a full disk is tried again when the stream ends.
    private void Close()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // It was told when it was written.
        }
    }

    private string? ReplacePortable(Func<string?> check)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Stream.SafeFileHandle, File.GetUnixFileMode(_old!));
        }

        Stream.Flush(flushToDisk: true);
        if (check() is { } reason)
        {
            return reason;
        }

        Close();
        File.Move(_path, _target, overwrite: true);
        _isThere = false;
        return null;
    }

    // Where names cannot change hands at once, the look comes as late as it can.
    private string? Overwrite(Func<string?> check, byte[] from, byte[] to, DiskStatus before)
    {
        var now = DiskPath.Status(_target, followsLinks: false);
        if ((now.Identity != before.Identity ? "the file was changed meanwhile" : check()) is { } reason)
        {
            return reason;
        }

        if (LinuxFile.Rename(from, to) != 0)
        {
            return LinuxFile.Message(Marshal.GetLastPInvokeError());
        }

        _isThere = false;
        return null;
    }

    // 0, or the number of the error.
    private static int Exchange(byte[] from, byte[] to, uint how)
    {
        try
        {
            return LinuxFile.Rename(LinuxFile.CurrentFolder, from, LinuxFile.CurrentFolder, to, how) == 0 ? 0
                : Marshal.GetLastPInvokeError();
        }
        catch (EntryPointNotFoundException)
        {
            return LinuxFile.NotImplemented; // an old libc
        }
    }

    private static string NewName(string folder) =>
        Path.Combine(folder, $"{Prefix}{Environment.ProcessId}-{Path.GetRandomFileName()}{Suffix}");

    // A run that was killed left its draft, which nobody holds a lock on.
    private static void RemoveLeftovers(string folder)
    {
        try
        {
            foreach (var entry in FolderReader.Read(folder).Where(IsDraft))
            {
                var path = LinuxFile.Name(Path.Combine(folder, entry.Name))!;
                var descriptor =
                    LinuxFile.Open(path, LinuxFile.ForReading | LinuxFile.NoLink | LinuxFile.NoBlocking | LinuxFile.CloseOnExec, 0);
                if (descriptor >= 0)
                {
                    if (IsLeft(entry.Name, DiskPath.Status(descriptor)) && LinuxFile.Lock(descriptor, LockOrFail) == 0)
                    {
                        LinuxFile.Unlink(path);
                    }

                    LinuxFile.Close(descriptor);
                }
            }
        }
        catch (IOException)
        {
            // What keeps the folder from being read is told when the file cannot be made.
        }
    }

    // While names change hands the draft's is that of the old file, which has no lock: so the process must be gone, too. One of
    // another container may have a number that is in use here; then time tells.
    private static bool IsLeft(string name, DiskStatus status)
    {
        const int patience = 3600;
        var number = name[Prefix.Length..name.IndexOf('-', Prefix.Length)];
        return number == $"{Environment.ProcessId}" || !Directory.Exists($"/proc/{number}")
            || DateTimeOffset.UtcNow.ToUnixTimeSeconds() - status.Times.StatusSeconds > patience;
    }

    private static bool IsDraft(FolderEntry entry) => entry.Kind == DiskKind.File
        && entry.Name.StartsWith(Prefix, StringComparison.Ordinal) && entry.Name.EndsWith(Suffix, StringComparison.Ordinal)
        && entry.Name[Prefix.Length..^Suffix.Length] is var middle && middle.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash
        && middle[..dash].All(char.IsAsciiDigit);
}
