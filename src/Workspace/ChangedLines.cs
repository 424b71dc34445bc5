using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.Workspace;

/// <summary>
/// The lines of the files in a git working tree that are not the same in a revision, or rather in the common ancestor of the revision
/// and HEAD. Git is asked for the names and contents of files; only the files somebody asks about are compared, and not by git, whose
/// settings and the repository's say how it compares. A file that git does not track is new as a whole.
/// </summary>
public sealed class ChangedLines : IDisposable
{
    private readonly GitRepository _repository;
    private readonly GitObjects _objects;
    private readonly string _folder;
    private readonly Dictionary<string, string> _before;
    private readonly Dictionary<string, string> _tracked;
    private readonly GitRenames _renames;

    private ChangedLines(GitRepository repository, string folder, Dictionary<string, string> before, Dictionary<string, string> tracked)
    {
        (_repository, _folder, _before, _tracked) = (repository, folder, before, tracked);
        _objects = new GitObjects(repository.Git);
        _renames = new GitRenames(repository, _objects, before, tracked);
    }

    /// <summary>Asks git; null when it cannot tell.</summary>
    /// <param name="directory">A folder of the working tree.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="problem">What git said.</param>
    public static ChangedLines? Since(string directory, string revision, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(revision);
        if (GitRepository.Open(directory, out problem) is not { } repository
            || (problem = repository.Resolve(revision, "commit", out var commit)) is not null)
        {
            return null;
        }

        // Without a common ancestor, as in a shallow clone, the revision itself is compared with.
        var start = repository.Git.RunLine(["merge-base", commit, "HEAD"], out var ancestor) is null ? ancestor : commit;
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var tracked = new Dictionary<string, string>(StringComparer.Ordinal);
        problem = repository.Git.RunFields(["ls-tree", "-r", "-z", "--full-tree", start], field => Add(field, before, 2))
            ?? repository.Git.RunFields(["ls-files", "-s", "-z", "--full-name", "--", ":/"], field => Add(field, tracked, 1));
        return problem is null ? new ChangedLines(repository, DiskPath.Real(directory) ?? DiskPath.Full(directory), before, tracked) : null;
    }

    /// <summary>What is changed in a file. Is asked for the files of a run in their order, by one thread.</summary>
    /// <param name="path">The path of the file, without links.</param>
    /// <param name="source">What is in it.</param>
    public ChangedFile Of(string path, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var relative = ContextPath.Clean(_repository.Prefix + DiskPath.Relative(_folder, path).Replace(Path.DirectorySeparatorChar, '/'));
        if (!_tracked.ContainsKey(relative))
        {
            return ChangedFile.New;
        }

        if (!_before.TryGetValue(relative, out var blob) && (blob = _renames.SourceOf(relative, source)) is null)
        {
            return ChangedFile.New;
        }

        var content = _objects.Read(blob, ReadLimit.Dockerfile);
        if (content.Content is not { } bytes)
        {
            return ChangedFile.New with { Problem = content.Problem };
        }

        var lines = Between(SourceText.FromBytes(bytes, path), source, relative, out var problem);
        return problem is null ? new ChangedFile(lines) : ChangedFile.New with { Problem = problem };
    }

    /// <summary>Ends the program that reads contents.</summary>
    public void Dispose() => _objects.Dispose();

    // mode, then type and name or name and stage, then a tab and the path
    private static void Add(string field, Dictionary<string, string> files, int place)
    {
        var tab = field.IndexOf('\t', StringComparison.Ordinal);
        var parts = field[..tab].Split(' ');
        if (parts[0] is not (GitTree.ModuleMode or GitTree.LinkMode))
        {
            files[field[(tab + 1)..]] = parts[place];
        }
    }

    private List<LineRange> Between(SourceText before, SourceText after, string path, out string? problem)
    {
        // Where git ends lines as Windows does, those of the repository are the same without.
        problem = null;
        var isConverted = false;
        if (before.Text.Contains('\r', StringComparison.Ordinal) != after.Text.Contains('\r', StringComparison.Ordinal))
        {
            var fromHere = ContextPath.Clean(Up() + path);
            var conversions = new GitConversions(_repository, [fromHere]);
            isConverted = conversions.Of(fromHere) == GitConversion.LineEnds;
            problem = conversions.Problem;
        }

        return
        [
            .. LineChange.Between(Lines(before, isConverted), Lines(after, isConverted)).Where(change => change.NewEnd > change.NewStart)
                .Select(change => new LineRange(change.NewStart + 1, change.NewEnd)),
        ];
    }

    // From the folder that git works in to the root.
    private string Up() => string.Concat(Enumerable.Repeat("../", _repository.Prefix.Count(c => c == '/')));

    private static List<string> Lines(SourceText source, bool isConverted)
    {
        var lines = new List<string>(source.Lines.LineCount);
        for (var i = 1; i <= source.Lines.LineCount; i++)
        {
            var line = source.ToString(source.Lines.GetLineSpan(i));
            if (line.Length > 0)
            {
                lines.Add(isConverted && line.EndsWith("\r\n", StringComparison.Ordinal) ? line[..^2] + "\n" : line);
            }
        }

        return lines;
    }
}
