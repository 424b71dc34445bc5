namespace Dockerlint.Cli;

/// <summary>Finds the Dockerfiles below directories, hidden folders included, in a fixed order.</summary>
internal static class FileFinder
{
    internal static IEnumerable<string> Find(IEnumerable<string> paths) => paths.SelectMany(path =>
        path != "-" && Directory.Exists(path) ? Search(path) : [path]);

    private static IEnumerable<string> Search(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(file => IsDockerfile(Path.GetFileName(file)) && !file.Contains("/.git/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    private static bool IsDockerfile(string name) =>
        (name is "Dockerfile" or "Containerfile"
            || name.StartsWith("Dockerfile.", StringComparison.Ordinal) || name.StartsWith("Containerfile.", StringComparison.Ordinal)
            || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".Containerfile", StringComparison.OrdinalIgnoreCase))
        && !name.EndsWith(".dockerignore", StringComparison.Ordinal) && !name.EndsWith(".md", StringComparison.Ordinal);
}
