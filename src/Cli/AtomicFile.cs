namespace Dockerlint.Cli;

/// <summary>Replaces files whole: whoever reads the path sees the old or the new content, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Replaces the content of a file; mode and owner stay, and behind a symbolic link the target is written. Null when it went well,
    /// else what went wrong; the file is then as it was.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">The content that was read; a file that has another by now is left alone.</param>
    /// <param name="content">The new content.</param>
    internal static string? TryReplace(string path, byte[] expected, byte[] content)
    {
        try
        {
            // A relative path would be resolved against the root.
            var target = File.ResolveLinkTarget(Path.GetFullPath(path), returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            if (IsReadOnly(target))
            {
                return "the file is read-only";
            }

            // A rename needs rights on the folder only: this asks for the right to change the file.
            using (var file = new FileStream(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            {
                var current = new byte[expected.Length + 1];
                if (file.ReadAtLeast(current, current.Length, throwOnEndOfStream: false) != expected.Length || !current.AsSpan(0, expected.Length).SequenceEqual(expected))
                {
                    return "the file was changed meanwhile";
                }
            }

            return Replace(target, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <summary>Writes a file, new or not. Null when it went well, else what went wrong; the file is then as it was.</summary>
    internal static string? TryWrite(string path, byte[] content) => !File.Exists(path) ? TryCreate(path, content)
        : InputFile.TryRead(path, out var current) is { } problem ? problem
        : TryReplace(path, current, content);

    /// <summary>Makes a file that does not exist yet. Null when it went well, else what went wrong.</summary>
    internal static string? TryCreate(string path, byte[] content)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: false);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // In a folder that is not there, even deleting fails.
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            return exception.Message;
        }
    }

    private static string? Replace(string target, byte[] content)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        var isMoved = false;
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(content);
                if (!FileOwner.TryCopy(target, temporary))
                {
                    return "the owner of the file could not be kept";
                }

                if (!OperatingSystem.IsWindows())
                {
                    // After the owner: changing that takes the set-user bits away.
                    File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(target));
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
            isMoved = true;
            return null;
        }
        finally
        {
            if (!isMoved)
            {
                File.Delete(temporary);
            }
        }
    }

    // The superuser may write everything; a file without any write bit is meant to stay as it is all the same.
    private static bool IsReadOnly(string path) => OperatingSystem.IsWindows()
        ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
        : (File.GetUnixFileMode(path) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;
}
