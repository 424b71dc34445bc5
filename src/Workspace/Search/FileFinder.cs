namespace Dockerlint.Workspace;

/// <summary>
/// Finds the Dockerfiles below directories, hidden ones included, in the order of their paths. What git ignores is left out, as
/// are links and <c>.git</c>. A file that is named outright is always found.
/// </summary>
public sealed class FileFinder(bool respectsGitIgnore)
{
    /// <summary>The files, found while they are asked for; a directory without any is a problem, but not an error.</summary>
    public IEnumerable<FoundFile> Find(IEnumerable<string> paths) => paths.SelectMany(path =>
        path != "-" && DiskPath.IsFolder(path) ? Search(path, respectsGitIgnore ? IgnoreChain.Above(path) : null)
            : BuildFile.IsOne(path) ? BuildFile.Open(path)
            : [new FoundFile(path)]);

    private IEnumerable<FoundFile> Search(string folder, IgnoreChain? ignored)
    {
        // An explicit stack, last entry first: folders may be nested as deep as the disk allows.
        var stack = new Stack<(Entry Entry, IgnoreChain? Ignored)>();
        var problem = Push(stack, folder, ignored);
        while (true)
        {
            if (problem is not null)
            {
                yield return problem.Value;
            }

            if (!stack.TryPop(out var next))
            {
                yield break;
            }

            problem = null;
            if (next.Entry.IsFolder)
            {
                problem = Push(stack, next.Entry.Path, next.Ignored);
            }
            else
            {
                yield return new FoundFile(
                    next.Entry.Path.StartsWith("./", StringComparison.Ordinal) ? next.Entry.Path[2..] : next.Entry.Path);
            }
        }
    }

    private FoundFile? Push(Stack<(Entry Entry, IgnoreChain? Ignored)> stack, string folder, IgnoreChain? ignored)
    {
        List<Entry> entries;
        try
        {
            // Links are left out, pipes and devices are not: they are told when they are read.
            entries = [.. FolderReader.Read(folder)
                .Where(entry => entry.Kind != DiskKind.Link && (entry.Kind == DiskKind.Folder || IsDockerfile(entry.Name)))
                .Select(entry => new Entry(Path.Combine(folder, entry.Name), entry.Name, entry.Kind == DiskKind.Folder))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FoundFile(folder, $"cannot search {folder}: {exception.Message}");
        }

        var chain = respectsGitIgnore ? IgnoreChain.Enter(folder, ignored) : null;

        // Folders are ordered as their files' paths will be.
        entries.Sort((a, b) => string.CompareOrdinal(b.SortKey, a.SortKey));
        foreach (var entry in entries)
        {
            if (!(entry.IsFolder && entry.Name == ".git") && chain?.Ignores(entry.Path, entry.IsFolder) != true)
            {
                stack.Push((entry, chain));
            }
        }

        return null;
    }

    /// <summary>Whether a search takes a file of that name for a Dockerfile.</summary>
    /// <param name="name">The name without its folder.</param>
    public static bool IsDockerfile(ReadOnlySpan<char> name) =>
        // The engine's own ignore files are named after the Dockerfile they belong to.
        (name is "Dockerfile" or "dockerfile" or "Containerfile" or "containerfile"
            || name.StartsWith("Dockerfile.") || name.StartsWith("Containerfile.")
            || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith(".Containerfile", StringComparison.OrdinalIgnoreCase))
        && !name.EndsWith(".dockerignore") && !name.EndsWith(".md");

    private readonly record struct Entry(string Path, string Name, bool IsFolder)
    {
        internal string SortKey => IsFolder ? Name + "/" : Name;
    }
}
