using Dockerlint.Reporting;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>Where the changes of files go: into the files, or as text to standard output.</summary>
internal static class ChangeOutput
{
    /// <summary>Replaces a file. Null when it went well, else what went wrong; the file is then as it was.</summary>
    internal static string? Write(SourceText before, SourceText after) => Write(before.Path, before.ToBytes(), after.ToBytes());

    /// <summary>Replaces the content of a file. Null when it went well, else what went wrong; the file is then as it was.</summary>
    internal static string? Write(string path, byte[] before, byte[] after)
    {
        var problem = AtomicFile.TryReplace(path, before, after, out var notice);
        if (problem is null && notice is not null)
        {
            Problems.Tell($"{path}: {notice}");
        }

        return problem;
    }

    /// <summary>
    /// Prints byte for byte, whatever the encoding of the console; but what a person looks at must not speak to the terminal.
    /// </summary>
    internal static void Print(string text)
    {
        using var output = new StandardOutput();
        output.Write(
            SourceText.Encode(Console.IsOutputRedirected ? text
            : string.Join('\n', text.Split('\n').Select(line => VisibleText.Escape(line, keepTabs: true)))));
    }

    /// <summary>
    /// The path in a diff. Paths below the current folder are told from there, so that the diff can be applied where the program ran.
    /// </summary>
    internal static string DiffPath(string path)
    {
        if (path == "-")
        {
            return path;
        }

        var relative = DiskPath.Relative(".", path);
        return (Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? DiskPath.Full(path) : relative)
            .Replace(Path.DirectorySeparatorChar, '/');
    }
}
