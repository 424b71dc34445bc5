using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// The files of a work tree: those of the index as they lie on disk, and the untracked ones that git does not ignore. Git is asked for
/// names only. Whether a file is changed it would find out by running the programs that the repository has its files converted with;
/// so files are hashed here, each when a step asks for it.
/// </summary>
internal sealed class GitWorkTree
{
    private readonly GitRepository _repository;
    private readonly GitConversions _conversions;
    private readonly Dictionary<string, bool> _folders = new(StringComparer.Ordinal) { [""] = true };
    private readonly Lazy<bool> _keepsModes;
    private readonly Lazy<bool> _keepsLinks;

    private GitWorkTree(GitRepository repository, IReadOnlyList<GitChange> staged)
    {
        _repository = repository;
        _conversions = new GitConversions(repository, [.. staged.Select(file => file.Path)]);
        _keepsModes = new Lazy<bool>(() => !OperatingSystem.IsWindows() && repository.Setting("core.fileMode") != false);
        _keepsLinks = new Lazy<bool>(() => repository.Setting("core.symlinks") != false);
    }

    /// <summary>Null when it went well, else what went wrong.</summary>
    internal static string? Read(GitRepository repository, List<ContextEntry> entries)
    {
        if (WorkTreeCheck.Refuse(repository) is { } refused)
        {
            return refused;
        }

        if (GitTree.ReadStaged(repository.Git, out var staged) is { } unreadable)
        {
            return unreadable;
        }

        var tree = new GitWorkTree(repository, staged);
        foreach (var file in staged)
        {
            if (tree.Tracked(file) is { } entry)
            {
                entries.Add(entry);
            }
        }

        var isLong = staged is [{ Blob.Length: GitContentHash.LongName }, ..];
        return repository.Git.RunFields(["ls-files", "-z", "-o", "--exclude-standard"], Add) is { } problem
            ? $"cannot read git's work tree: {problem}" : null;

        void Add(string path)
        {
            if (path.EndsWith('/'))
            {
                entries.Add(new ContextEntry(path.TrimEnd('/'), ContextEntryKind.Unknown)); // a repository of its own
            }
            else if (tree.OnDisk(path, () => GitContentHash.Of(tree.FullPath(path), isLong)) is { } entry)
            {
                entries.Add(entry);
            }
        }
    }

    /// <summary>
    /// What lies in a folder, with the files that are as git checked them out as the index has them: line ends, filters and submodules of
    /// a work tree where nobody changed anything are those of its commit.
    /// </summary>
    internal static IReadOnlyList<ContextEntry> AsCommitted(GitRepository repository, IReadOnlyList<ContextEntry> entries)
    {
        if (WorkTreeCheck.Refuse(repository) is not null || GitTree.ReadStaged(repository.Git, out var staged) is not null)
        {
            return entries;
        }

        var tree = new GitWorkTree(repository, staged);
        var files = staged.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var modules = staged.Where(file => file.Mode == GitTree.ModuleMode).Select(file => file.Path).ToList();
        return
        [
            .. entries.Where(entry => !modules.Exists(module => entry.Path.StartsWith(module + "/", StringComparison.Ordinal)))
                .Select(entry => files.TryGetValue(entry.Path, out var file) ? tree.Tracked(file) ?? entry : entry),
        ];
    }

    private string FullPath(string path) => Path.Combine(_repository.Directory, path);

    private ContextEntry? Tracked(GitChange file)
    {
        if (file.Mode == GitTree.ModuleMode)
        {
            return new ContextEntry(file.Path, ContextEntryKind.Submodule) { Content = ContextContent.Deferred(() => Module(file)) };
        }

        // Behind a link that took the place of a folder lie no files of this tree.
        if (!IsFolder(ContextPath.Parent(file.Path)) || OnDisk(file.Path, () => Compared(file)) is not { } entry)
        {
            return null;
        }

        if (file.IsLink && entry.Kind == ContextEntryKind.File && !_keepsLinks.Value
            && RegularFile.TryRead(FullPath(file.Path), ReadLimit.Pointer, out var target) is null)
        {
            return new ContextEntry(file.Path, ContextEntryKind.SymbolicLink) { LinkTarget = PathText.Decode(target) };
        }

        var mode = file.Mode == "100755" ? GitTree.ExecutableMode : GitTree.FileMode;
        return entry.Kind == ContextEntryKind.File && !file.IsLink && entry.Mode != mode && !_keepsModes.Value ? entry with { Mode = mode }
            : entry;
    }

    private bool IsFolder(string path)
    {
        if (!_folders.TryGetValue(path, out var isFolder))
        {
            isFolder = IsFolder(ContextPath.Parent(path)) && DiskPath.Status(FullPath(path), followsLinks: false).Kind == DiskKind.Folder;
            _folders[path] = isFolder;
        }

        return isFolder;
    }

    private ContextEntry? OnDisk(string path, Func<(string? Digest, string? Problem)> content)
    {
        var status = DiskPath.Status(FullPath(path), followsLinks: false);
        return status.Kind switch
        {
            DiskKind.Link =>
                new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = DiskPath.LinkTarget(FullPath(path)) ?? "" },
            DiskKind.File => new ContextEntry(path, ContextEntryKind.File)
            {
                Mode = !OperatingSystem.IsWindows() && (status.Mode & 0b001_000_000) != 0 ? GitTree.ExecutableMode : GitTree.FileMode,
                Size = status.Size,
                Content = ContextContent.Deferred(content),
            },
            DiskKind.Unknown => new ContextEntry(path, ContextEntryKind.Unknown),
            _ => null, // gone, or something that no build context has
        };
    }

    // The commit that a submodule is at, or a name for what it is where somebody changed its files. One that is not checked out is at the
    // commit that the index says.
    private (string? Digest, string? Problem) Module(GitChange file)
    {
        if (!DiskPath.Exists(Path.Combine(FullPath(file.Path), GitFolder.Name)))
        {
            return (file.Blob, null);
        }

        if (GitRepository.Open(FullPath(file.Path), out var problem) is not { } module
            || (problem = module.Resolve("HEAD", "commit", out var commit)) is not null)
        {
            return (null, problem);
        }

        using var objects = new GitObjects(module.Git);
        if ((problem = GitTree.Read(module, WorkspaceReader.WorkTree, objects, out var there)) is not null
            || (problem = GitTree.Read(module, commit, objects, out var committed)) is not null)
        {
            return (null, problem);
        }

        var (now, then) = (ContextManifest.Create(there), ContextManifest.Create(committed));
        var isClean = now.Entries.Count == then.Entries.Count && now.Entries.All(entry => then.Find(entry.Path) is { } old
            && old.Kind == entry.Kind && old.Mode == entry.Mode && old.LinkTarget == entry.LinkTarget
            && old.Content?.Digest == entry.Content?.Digest);
        return (isClean ? commit : $"a changed work tree of {commit}", null);
    }

    private (string? Digest, string? Problem) Compared(GitChange file)
    {
        var path = FullPath(file.Path);
        var (digest, problem) = GitContentHash.Of(path, file.Blob.Length == GitContentHash.LongName);
        if (digest is null || digest == file.Blob || file.IsLink)
        {
            return (digest, problem);
        }

        return _conversions.Of(file.Path) switch
        {
            GitConversion.LineEnds =>
                (GitContentHash.OfLineFeeds(path, file.Blob.Length == GitContentHash.LongName) == file.Blob ? file.Blob : digest, null),
            _ when _conversions.Problem is { } unknown => (null, $"how git converts this file is not known: {unknown}"),
            GitConversion.Program when _conversions.IsAsAdded(file.Path) => (file.Blob, null),
            GitConversion.Program => (null, "git converts this file by a program that the repository names, which is not run, so whether "
                + "it changed is not known"),
            _ => (digest, null),
        };
    }
}
