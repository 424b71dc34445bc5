using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>The git repository around a directory, and the questions about it that every command has.</summary>
internal sealed class GitRepository
{
    private GitRepository(GitProgram git, string directory, string prefix) => (Git, Directory, Prefix) = (git, directory, prefix);

    /// <summary>The program, in the directory.</summary>
    internal GitProgram Git { get; }

    /// <summary>The directory.</summary>
    internal string Directory { get; }

    /// <summary>Where the directory lies in the repository, with a slash at its end; empty for the root.</summary>
    internal string Prefix { get; }

    /// <summary>
    /// Finds the repository; null when there is none that may be read. A bare one is read only when the caller names it (GIT_DIR): in
    /// a work tree anybody can put a folder that looks like one, with settings of its own.
    /// </summary>
    internal static GitRepository? Open(string directory, out string? problem)
    {
        var git = new GitProgram(directory);
        if (!GitEnvironment.NamesRepository && BareAround(directory) is { } bare)
        {
            problem = $"{bare} is a bare git repository, which is read only when GIT_DIR names it";
            return null;
        }

        if ((GitPlace.Find(directory, out problem) is var place && problem is not null) || (problem = place?.Refuse(git)) is not null)
        {
            return null;
        }

        if ((problem =
            git.Run(["rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--show-prefix"], out var output)) is not null)
        {
            return null;
        }

        // A prefix may hold line ends itself.
        var lines = PathText.Decode(output).Split('\n', 3);
        if (lines is not [var isBare, var isInside, var prefix] || (isBare != "true" && isInside != "true"))
        {
            problem = $"{directory} is not in the work tree of its git repository";
            return null;
        }

        prefix = prefix.EndsWith('\n') ? prefix[..^1] : prefix;
        if (place?.WorkTree is { } top && !SourceTree.IsOpen && !GitEnvironment.NamesWorkTree && !IsPrefix(prefix, top, directory))
        {
            problem = $"the settings of the repository at {top} name another work tree; GIT_WORK_TREE, or {SourceTree.Variable}=1, lets "
                + "it be read";
            return null;
        }

        return new GitRepository(git, directory, prefix);
    }

    /// <summary>The name of what a revision stands for. Null when there is one, else what git said.</summary>
    /// <param name="revision">The revision, as the user wrote it.</param>
    /// <param name="kind">What it has to be: <c>commit</c> or <c>tree</c>.</param>
    /// <param name="name">Its name.</param>
    internal string? Resolve(string revision, string kind, out string name)
    {
        name = "";
        if (revision.StartsWith('-') || revision.Contains('\0', StringComparison.Ordinal))
        {
            return "it is no git revision";
        }

        // Behind a colon everything is the path.
        var wanted = revision.Contains(':', StringComparison.Ordinal) ? revision : $"{revision}^{{{kind}}}";
        if (PathText.IsText(revision))
        {
            return Git.RunLine(["rev-parse", "--verify", "--end-of-options", wanted], out name);
        }

        // Bytes that are no text cannot be arguments.
        var problem = Git.RunLine(["cat-file", "--batch-check=%(objectname)"], out name, [.. PathText.Encode(wanted), (byte)'\n']);
        return problem ?? (name.Contains(' ', StringComparison.Ordinal) ? "there is no such revision" : null);
    }

    /// <summary>The tree of the directory in a revision. Null when the question could be answered, else what git said.</summary>
    /// <param name="tree">The name of a commit or tree.</param>
    /// <param name="below">The name of the tree at <see cref="Prefix"/>; null when the revision has none there.</param>
    internal string? FolderOf(string tree, out string? below)
    {
        below = tree;
        foreach (var part in Prefix.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string? next = null;
            if (Git.RunFields(["ls-tree", "-z", "--full-tree", below], Find) is { } problem)
            {
                return problem;
            }

            if ((below = next) is null)
            {
                return null;
            }

            void Find(string field)
            {
                // mode SP type SP name TAB path
                var tab = field.IndexOf('\t', StringComparison.Ordinal);
                if (tab > 0 && field.AsSpan(tab + 1).SequenceEqual(part) && field[..tab].Split(' ') is [_, "tree", var name])
                {
                    next = name;
                }
            }
        }

        return null;
    }

    /// <summary>A yes-or-no setting of the repository about its files; null when it does not say.</summary>
    internal bool? Setting(string name) =>
        Git.RunLine(["config", "--type=bool", "--get", name], out var value) is null ? value == "true" : null;

    // Elsewhere than on Linux names may be told in other letters than they were asked for.
    private static bool IsPrefix(string prefix, string top, string directory)
    {
        var path = Path.GetRelativePath(top, DiskPath.Real(directory) ?? directory).Replace(Path.DirectorySeparatorChar, '/');
        var expected = path == "." ? "" : path + "/";
        return OperatingSystem.IsLinux() ? prefix == expected : prefix.Count(c => c == '/') == expected.Count(c => c == '/');
    }

    // As git looks for one, folder by folder upwards.
    private static string? BareAround(string directory)
    {
        for (var folder = DiskPath.Real(directory); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            if (DiskPath.Exists(Path.Combine(folder, ".git")))
            {
                return null;
            }

            if (DiskPath.Status(Path.Combine(folder, "HEAD"), followsLinks: false).Kind != DiskKind.None
                && (DiskPath.Exists(Path.Combine(folder, "commondir"))
                    || (DiskPath.IsFolder(Path.Combine(folder, "objects")) && DiskPath.IsFolder(Path.Combine(folder, "refs")))))
            {
                return folder;
            }
        }

        return null;
    }
}
