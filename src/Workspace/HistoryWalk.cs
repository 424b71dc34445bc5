using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Workspace;

/// <summary>Goes through a history from one commit to the next, with the Dockerfile and the context of each.</summary>
internal sealed class HistoryWalk
{
    private readonly GitRepository _repository;
    private readonly GitObjects _objects;
    private readonly string _dockerfile;
    private readonly string _dockerfilePath;
    private readonly IReadOnlyList<string> _ignorePaths;
    private readonly Builder _builder;
    private readonly SyntaxTree? _alsoBuilt;
    private readonly ContextKind _kind;
    private readonly bool _hasGitFolder;
    private readonly HistoryContext _context = new();
    private readonly Dictionary<string, List<GitChange>> _changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _missing = new(StringComparer.Ordinal);
    private string? _rulesProblem;

    /// <param name="repository">The repository, at the context.</param>
    /// <param name="objects">Reads contents.</param>
    /// <param name="dockerfile">The path of the Dockerfile below the context.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    /// <param name="alsoBuilt">A Dockerfile that is built in all commits, besides their own; null for none.</param>
    /// <param name="kind">What each build is given.</param>
    internal HistoryWalk(
        GitRepository repository, GitObjects objects, string dockerfile, Builder builder, SyntaxTree? alsoBuilt, ContextKind kind)
    {
        (_kind, _hasGitFolder) = (kind, kind == ContextKind.Checkout && repository.Prefix.Length == 0);
        (_repository, _objects, _dockerfile, _builder, _alsoBuilt) = (repository, objects, dockerfile, builder, alsoBuilt);
        _dockerfilePath = ContextPath.FromRoot(dockerfile);
        _ignorePaths = [.. WorkspaceReader.IgnoreNames(dockerfile, builder).Select(ContextPath.FromRoot)];
    }

    // Why the Dockerfile that is there now is not known.
    private string? TreeProblem =>
        _context.FileAt(_dockerfilePath) is { IsLink: false } file && _missing.TryGetValue(file.Blob, out var problem)
            ? $"the Dockerfile is not known: {problem}" : null;

    private SyntaxTree? Tree => _context.Find(_dockerfilePath) is { Content.Digest: { } digest } ? _trees.GetValueOrDefault(digest) : null;

    /// <summary>Reads the tree of the commit before the first one. Null when it went well, else what went wrong.</summary>
    internal string? Start(string commit)
    {
        // The directory may be younger than that commit.
        foreach (var file in _hasGitFolder ? GitFolder.At(commit) : [])
        {
            _context.Put(file);
        }

        var problem = _repository.FolderOf(commit, out var tree);
        problem ??= tree is null ? null : _repository.Git.RunFields(["ls-tree", "-r", "-z", "--full-tree", tree], Put);
        return problem is null ? null : $"cannot read the files of {commit[..Math.Min(commit.Length, 10)]}: {problem}";

        void Put(string field)
        {
            var tab = field.IndexOf('\t', StringComparison.Ordinal);
            var parts = field[..tab].Split(' ');
            _context.Put(new GitChange(field[(tab + 1)..], parts[0], parts[2]));
        }
    }

    /// <summary>Reads what the commits change. Null when it went well, else what went wrong.</summary>
    /// <param name="commits">The commits, oldest first.</param>
    /// <param name="count">Of how many commits, from the first on, it is known what they change.</param>
    /// <param name="gap">Why it is not known of the next one; null when it is known of all.</param>
    internal string? Read(IReadOnlyList<(string Id, string Parent)> commits, out int count, out string? gap)
    {
        // The second name on a line stands for the parents, so that a merge is compared with its first one.
        var request = GitProgram.Lines(commits.Select(commit => $"{commit.Id} {commit.Parent}"));
        List<GitChange>? current = null;
        string? change = null;
        var problem = _repository.Git.RunFields(
            ["diff-tree", "--stdin", "--always", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-color",
                "--ignore-submodules=none"],
            Take, request);
        gap = problem is null ? null : $"cannot read what the commits change: {problem}";
        count = gap is null ? commits.Count : commits.TakeWhile(commit => _changes.ContainsKey(commit.Id)).Count();
        return ReadTexts();

        void Take(string field)
        {
            if (change is not null)
            {
                // :mode mode name name status, then the path
                var parts = change.Split(' ');
                change = null;
                if (field.StartsWith(_repository.Prefix, StringComparison.Ordinal))
                {
                    current?.Add(new GitChange(field[_repository.Prefix.Length..], parts[1], parts[3]));
                }
            }
            else if (field.StartsWith(':'))
            {
                change = field;
            }
            else if (field.Length > 0)
            {
                _changes[field.Split(' ')[0]] = current = [];
            }
        }
    }

    // Links, Dockerfiles and .dockerignore files are all whose contents matter.
    private string? ReadTexts()
    {
        var changes = _changes.Values.SelectMany(list => list).Concat(_context.Files).ToList();
        var wanted = changes.Where(change =>
            change.IsThere && (change.IsLink || change.Path == _dockerfilePath || _ignorePaths.Contains(change.Path)))
            .Select(change => change.Blob).ToHashSet(StringComparer.Ordinal);
        if (_objects.ReadAll(wanted, ReadLimit.Dockerfile, out var contents) is { } problem)
        {
            return $"cannot read files of the history: {problem}";
        }

        foreach (var (blob, content) in contents)
        {
            // One that is not there leaves a commit, or a file, unknown; the others are told all the same.
            if (content.Content is null)
            {
                _missing[blob] = content.Problem!;
            }
            else
            {
                _blobs[blob] = content.Content;
            }
        }

        foreach (var blob in changes.Where(change => change.IsThere && change.Path == _dockerfilePath).Select(change => change.Blob)
            .Distinct(StringComparer.Ordinal))
        {
            if (_blobs.TryGetValue(blob, out var bytes))
            {
                _trees[blob] = DockerfileParser.Parse(SourceText.FromBytes(bytes, _dockerfile));
            }
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in _trees.Values)
        {
            DockerfileWords.AddTo(names, tree.Source.Text);
        }

        DockerfileWords.AddTo(names, _alsoBuilt?.Source.Text ?? "");
        _context.Begin(_blobs, Rules(), names);
        return null;
    }

    /// <summary>Goes on to a commit, which must be the next one.</summary>
    internal HistoryCommit Step(HistoryCommit commit)
    {
        var (before, dockerfileProblem, contextProblem) = (Tree, TreeProblem, _rulesProblem);
        List<GitChange> changes = [.. _changes.GetValueOrDefault(commit.Id) ?? [], .. _hasGitFolder ? GitFolder.Moving(commit.Id) : []];
        var (older, newer) = _context.Apply(changes, changes.Exists(change => _ignorePaths.Contains(change.Path)) ? Rules : null);
        return commit with
        {
            DockerfileBefore = before,
            Dockerfile = Tree,
            DockerfileProblem = TreeProblem ?? OfParent(dockerfileProblem),
            ContextBefore = older,
            Context = newer,
            ContextProblem = _rulesProblem ?? OfParent(contextProblem),
        };
    }

    private static string? OfParent(string? problem) => problem is null ? null : $"in its parent {problem}";

    private IgnoreRules Rules()
    {
        _rulesProblem = null;
        if (_kind == ContextKind.GitUrl)
        {
            return IgnoreRules.None;
        }

        foreach (var path in _ignorePaths)
        {
            if (_context.FileAt(path) is { IsLink: false } unknown && _missing.TryGetValue(unknown.Blob, out var problem))
            {
                _rulesProblem = $"{path} is not known: {problem}";
                return IgnoreRules.None;
            }

            if (_context.FileAt(path) is { } file && _blobs.TryGetValue(file.Blob, out var bytes))
            {
                return IgnoreRules.Parse(SourceText.FromBytes(bytes, path).Text, _builder);
            }
        }

        return IgnoreRules.None;
    }
}
