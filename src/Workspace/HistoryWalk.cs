using System.Text;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Workspace;

/// <summary>Goes through a history from one commit to the next, with the Dockerfile and the context of each.</summary>
internal sealed class HistoryWalk
{
    private readonly GitProgram _git;
    private readonly string _prefix;
    private readonly string _dockerfile;
    private readonly string _dockerfilePath;
    private readonly IReadOnlyList<string> _ignorePaths;
    private readonly Builder _builder;
    private readonly SyntaxTree? _alsoBuilt;
    private readonly HistoryContext _context = new();
    private readonly Dictionary<string, List<GitChange>> _changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
    private Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);

    /// <param name="git">The program, in the context.</param>
    /// <param name="prefix">Where the context lies in the repository, with a slash at its end; empty for the root.</param>
    /// <param name="dockerfile">The path of the Dockerfile below the context.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    /// <param name="alsoBuilt">A Dockerfile that is built in all commits, besides their own; null for none.</param>
    internal HistoryWalk(GitProgram git, string prefix, string dockerfile, Builder builder, SyntaxTree? alsoBuilt)
    {
        (_git, _prefix, _dockerfile, _builder, _alsoBuilt) = (git, prefix, dockerfile, builder, alsoBuilt);
        _dockerfilePath = ContextPath.FromRoot(dockerfile);
        _ignorePaths = [.. WorkspaceReader.IgnoreNames(dockerfile, builder).Select(ContextPath.FromRoot)];
    }

    private SyntaxTree? Tree => _context.Find(_dockerfilePath) is { Content.Digest: { } digest } ? _trees.GetValueOrDefault(digest) : null;

    /// <summary>Reads the tree of the commit before the first one. Null when it went well, else what went wrong.</summary>
    internal string? Start(string commit)
    {
        var tree = _prefix.Length == 0 ? commit : $"{commit}:{_prefix.TrimEnd('/')}";
        var problem = _git.RunFields(["ls-tree", "-r", "-z", "--full-tree", tree], out var fields);
        if (problem is not null && _prefix.Length > 0)
        {
            // The directory may be younger than that commit.
            (problem, fields) = (null, []);
        }

        foreach (var field in fields)
        {
            var tab = field.IndexOf('\t', StringComparison.Ordinal);
            var parts = field[..tab].Split(' ');
            _context.Put(new GitChange(field[(tab + 1)..], parts[0], parts[2]));
        }

        return problem;
    }

    /// <summary>Reads what the commits change. Null when it went well, else what went wrong.</summary>
    internal string? Read(IReadOnlyList<(string Id, string Parent)> commits)
    {
        // The second name on a line stands for the parents, so that a merge is compared with its first one.
        var request = Encoding.ASCII.GetBytes(string.Concat(commits.Select(commit => $"{commit.Id} {commit.Parent}\n")));
        if (_git.Run(["diff-tree", "--stdin", "--always", "-r", "--raw", "-z", "--no-renames", "--no-abbrev"], out var output, request) is { } problem)
        {
            return $"cannot read what the commits change: {problem}";
        }

        List<GitChange>? current = null;
        var fields = Encoding.UTF8.GetString(output).Split('\0');
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].StartsWith(':') && i + 1 < fields.Length)
            {
                // :mode mode name name status, then the path
                var parts = fields[i].Split(' ');
                var path = fields[++i];
                if (path.StartsWith(_prefix, StringComparison.Ordinal))
                {
                    current?.Add(new GitChange(path[_prefix.Length..], parts[1], parts[3]));
                }
            }
            else if (fields[i].Length > 0)
            {
                _changes[fields[i].Split(' ')[0]] = current = [];
            }
        }

        return ReadTexts();
    }

    // Links, Dockerfiles and .dockerignore files are all whose contents matter.
    private string? ReadTexts()
    {
        var changes = _changes.Values.SelectMany(list => list).Concat(_context.Files).ToList();
        var wanted = changes.Where(change => change.IsThere && (change.IsLink || change.Path == _dockerfilePath || _ignorePaths.Contains(change.Path)))
            .Select(change => change.Blob).Distinct(StringComparer.Ordinal).ToList();
        if (_git.ReadBlobs(wanted, out _blobs) is { } problem)
        {
            return $"cannot read files of the history: {problem}";
        }

        foreach (var blob in changes.Where(change => change.IsThere && change.Path == _dockerfilePath).Select(change => change.Blob).Distinct(StringComparer.Ordinal))
        {
            if (_blobs.TryGetValue(blob, out var bytes))
            {
                _trees[blob] = DockerfileParser.Parse(SourceText.FromBytes(bytes, _dockerfile));
            }
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in _trees.Values)
        {
            AddNames(tree.Source.Text, names);
        }

        AddNames(_alsoBuilt?.Source.Text ?? "", names);
        _context.Begin(_blobs, Rules(), names);
        return null;
    }

    // A file that covers the unforeseeable result of a command must be listed where a later step takes just that file from the
    // stage. Such a step has its name, so every word that can be one counts.
    private static void AddNames(string text, HashSet<string> names)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !(char.IsLetterOrDigit(text[i]) || text[i] is '.' or '_' or '-' or '+' or '@'))
            {
                names.Add(text[start..i]);
                start = i + 1;
            }
        }
    }

    /// <summary>Goes on to a commit, which must be the next one.</summary>
    internal HistoryCommit Step(HistoryCommit commit)
    {
        var before = Tree;
        var changes = _changes.GetValueOrDefault(commit.Id) ?? [];
        var (older, newer) = _context.Apply(changes, changes.Exists(change => _ignorePaths.Contains(change.Path)) ? Rules : null);
        return commit with { DockerfileBefore = before, Dockerfile = Tree, ContextBefore = older, Context = newer };
    }

    private IgnoreRules Rules()
    {
        foreach (var path in _ignorePaths)
        {
            if (_context.FileAt(path) is { } file && _blobs.TryGetValue(file.Blob, out var bytes))
            {
                return IgnoreRules.Parse(SourceText.FromBytes(bytes, path).Text, _builder);
            }
        }

        return IgnoreRules.None;
    }
}
