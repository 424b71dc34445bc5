namespace Dockerlint.Workspace;

/// <summary>
/// Finds the git program as a shell does, but only in folders that PATH names in full: neither an empty or relative entry nor the
/// current folder, in which Windows looks first, may lead to a program of the repository that is looked at.
/// </summary>
internal static class GitExecutable
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly Lazy<string?> s_found = new(() => Find(Environment.GetEnvironmentVariable("PATH")));

    /// <summary>The full path of the program; null when there is none.</summary>
    internal static string? Found => s_found.Value;

    private static string? Find(string? path)
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        foreach (var folder in (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Path.IsPathFullyQualified(folder) && Path.Combine(folder, name) is var file && IsProgram(file))
            {
                return file;
            }
        }

        return null;
    }

    private static bool IsProgram(string file)
    {
        try
        {
            return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & AnyExecute) != 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
