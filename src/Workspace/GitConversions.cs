using System.Globalization;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// How git converts the files of a work tree, by their attributes, and what it knows of those it converted. Both are asked for when a
/// file is not what the index says, and once for all files.
/// </summary>
internal sealed class GitConversions
{
    private static readonly string[] s_attributes = ["text", "crlf", "eol", "filter", "ident", "working-tree-encoding"];

    private readonly GitRepository _repository;
    private readonly Lazy<(Dictionary<string, GitConversion> Files, string? Problem)> _known;
    private readonly Lazy<Dictionary<string, string[]>> _added;
    private readonly Lazy<(long Seconds, uint Nanoseconds)> _indexTime;

    internal GitConversions(GitRepository repository, IReadOnlyList<string> paths)
    {
        _repository = repository;
        _known = new Lazy<(Dictionary<string, GitConversion> Files, string? Problem)>(() => ReadAttributes(repository, paths));
        _added = new Lazy<Dictionary<string, string[]>>(() => ReadAdded(repository));
        _indexTime = new Lazy<(long Seconds, uint Nanoseconds)>(() =>
            repository.Git.RunLine(["rev-parse", "--git-path", "index"], out var index) is null
            && DiskPath.Status(Path.Combine(repository.Directory, index)) is { Kind: DiskKind.File, Times: var times }
                ? (times.Seconds, times.Nanoseconds) : default);
    }

    /// <summary>Why it is not known how files are converted; null when it is.</summary>
    internal string? Problem => _known.Value.Problem;

    /// <summary>How a file is converted.</summary>
    internal GitConversion Of(string path) => _known.Value.Files.GetValueOrDefault(path);

    /// <summary>
    /// Whether size and times of a file are those it had when git last saw it equal to the index, and it is older than the index; a
    /// younger one may have been changed in the same moment.
    /// </summary>
    internal bool IsAsAdded(string path)
    {
        var status = DiskPath.Status(Path.Combine(_repository.Directory, path), followsLinks: false);
        var times = status.Times;
        return status.Kind == DiskKind.File && (times.Seconds, times.Nanoseconds).CompareTo(_indexTime.Value) < 0
            && _added.Value.TryGetValue(path, out var added)
            && added.Contains(string.Create(CultureInfo.InvariantCulture, $"mtime: {times.Seconds}:{times.Nanoseconds}"))
            && added.Contains(string.Create(CultureInfo.InvariantCulture, $"ctime: {times.StatusSeconds}:{times.StatusNanoseconds}"))
            && added.Contains(string.Create(CultureInfo.InvariantCulture, $"size: {status.Size}"));
    }

    private static (Dictionary<string, GitConversion> Files, string? Problem) ReadAttributes(
        GitRepository repository, IReadOnlyList<string> paths)
    {
        var known = new Dictionary<string, GitConversion>(StringComparer.Ordinal);
        var isAutomatic = repository.Setting("core.autocrlf") == true
            || (repository.Git.RunLine(["config", "--get", "core.autocrlf"], out var value) is null
                && value.Equals("input", StringComparison.OrdinalIgnoreCase));
        var fields = new List<string>();
        var input = paths.SelectMany(path => PathText.Encode(path).Append((byte)0)).ToArray();
        var problem = paths.DistinctBy(ContextPath.Parent).Select(path => WorkTreeCheck.RefuseAttributes(repository, path))
            .FirstOrDefault(refused => refused is not null)
            ?? repository.Git.RunFields(["check-attr", "-z", "--stdin", .. s_attributes], fields.Add, input);
        if (problem is not null)
        {
            // Nobody knows, so nothing is taken to be changed.
            return (paths.ToDictionary(path => path, _ => GitConversion.Program, StringComparer.Ordinal), problem);
        }

        for (var i = 0; i + 2 < fields.Count; i += 3)
        {
            var (path, name, state) = (fields[i], fields[i + 1], fields[i + 2]);
            var conversion = name switch
            {
                "filter" or "ident" or "working-tree-encoding" =>
                state is "unset" or "unspecified" ? GitConversion.None : GitConversion.Program,
                "text" when state == "unspecified" => isAutomatic ? GitConversion.LineEnds : GitConversion.None,
                _ => state is "unset" or "unspecified" ? GitConversion.None : GitConversion.LineEnds,
            };
            known[path] = (GitConversion)Math.Max((int)known.GetValueOrDefault(path), (int)conversion);
        }

        return (known, null);
    }

    // A path, then lines about it that belong to the field of the next path.
    private static Dictionary<string, string[]> ReadAdded(GitRepository repository)
    {
        const int lineCount = 5;
        var added = new Dictionary<string, string[]>(StringComparer.Ordinal);
        string? path = null;
        if (repository.Git.RunFields(["ls-files", "-z", "--debug"], Take) is not null)
        {
            added.Clear();
        }

        return added;

        void Take(string field)
        {
            if (path is null)
            {
                path = field;
                return;
            }

            var parts = field.Split('\n', lineCount + 1);
            added[path] = [.. parts.Take(lineCount).SelectMany(line => line.Split('\t')).Select(part => part.Trim())];
            path = parts.Length > lineCount ? parts[lineCount] : null;
        }
    }
}
