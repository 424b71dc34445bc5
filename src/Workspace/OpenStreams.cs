namespace Dockerlint.Workspace;

/// <summary>Whether the program was started with its standard streams.</summary>
public static class OpenStreams
{
    private const int GetFlags = 1; // F_GETFD
    private const int CloseOnExec = 1; // FD_CLOEXEC

    /// <summary>For standard input, output and error: whether there is none. What has its number then belongs to the runtime.</summary>
    public static IReadOnlyList<bool> AreClosed() =>
        // What was handed over by another program cannot be one that closes when a program starts.
        OperatingSystem.IsLinux() ? [.. Enumerable.Range(0, 3).Select(number => LinuxFile.Control(number, GetFlags) is < 0 or CloseOnExec)]
            : [false, false, false];
}
