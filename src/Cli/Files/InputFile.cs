namespace Dockerlint.Cli;

/// <summary>Reads a file or standard input.</summary>
internal static class InputFile
{
    /// <summary>Null when it went well, else what went wrong.</summary>
    internal static string? TryRead(string path, out byte[] bytes)
    {
        bytes = [];
        try
        {
            if (path == "-")
            {
                using var input = Console.OpenStandardInput();
                using var buffer = new MemoryStream();
                input.CopyTo(buffer);
                bytes = buffer.ToArray();
            }
            else
            {
                bytes = File.ReadAllBytes(path);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
