namespace Dockerlint.Workspace;

/// <summary>Reads a file that the command line names, or standard input.</summary>
public static class InputFile
{
    /// <summary>Null when it went well, else what went wrong.</summary>
    public static string? TryRead(string path, ReadLimit limit, out byte[] bytes)
    {
        if (path != "-")
        {
            return RegularFile.TryRead(path, limit, out bytes, isNamed: true);
        }

        bytes = [];
        if (OpenStreams.AreClosed()[0])
        {
            // Its number may belong to a pipe of the runtime, on which one would wait for ever.
            return "standard input is closed";
        }

        try
        {
            using var input = Console.OpenStandardInput();
            return RegularFile.TryReadAll(input, limit, out bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
