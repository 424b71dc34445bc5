using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// A list of paths, as <c>git ls-files</c> or <c>find</c> write them: each behind a line end, or behind a zero byte if there is any.
/// </summary>
public static class FileList
{
    /// <summary>Reads a list; null when it went well, else what went wrong.</summary>
    /// <param name="file">The file; <c>-</c> is standard input.</param>
    /// <param name="paths">The paths.</param>
    public static string? TryRead(string file, out string[] paths)
    {
        paths = [];
        if (InputFile.TryRead(file, ReadLimit.FileList, out var bytes) is { } problem)
        {
            return problem;
        }

        var text = PathText.Decode(bytes);
        paths = text.Contains('\0', StringComparison.Ordinal)
            ? text.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : [.. text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];
        return paths.Contains("-") ? "standard input cannot stand in a list" : null;
    }
}
