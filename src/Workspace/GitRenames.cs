using System.Globalization;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.Workspace;

/// <summary>
/// Finds what a file was called before, as git does: a file that is gone is the source of a new one when the two have half of their
/// lines in common. Only files somebody asks about are looked at, and of those that are gone only ones of about their size.
/// </summary>
internal sealed class GitRenames
{
    private const int MostCandidates = 200;
    private const double Alike = 0.5;

    private readonly GitRepository _repository;
    private readonly GitObjects _objects;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> _lines = new(StringComparer.Ordinal);
    private readonly Lazy<List<Gone>> _gone;
    private readonly Lazy<Dictionary<string, string>> _same;

    internal GitRenames(GitRepository repository, GitObjects objects, Dictionary<string, string> before, Dictionary<string, string> tracked)
    {
        (_repository, _objects) = (repository, objects);
        _gone = new Lazy<List<Gone>>(() => FindGone(before, tracked));
        _same = new Lazy<Dictionary<string, string>>(() => FindSame(before, tracked));
    }

    /// <summary>The blob that a new file had before it got its name; null when it is new indeed.</summary>
    internal string? SourceOf(string path, SourceText source)
    {
        if (_same.Value.TryGetValue(path, out var same))
        {
            return same;
        }

        var lines = Count(source.Text);
        var length = source.Length;
        var best = (Likeness: Alike, File: default(Gone));
        var candidates =
            _gone.Value.Where(file => !_used.Contains(file.Path) && Math.Min(file.Size, length) >= Alike * Math.Max(file.Size, length))
            .OrderByDescending(file => ContextPath.Base(file.Path) == ContextPath.Base(path)).ThenBy(file => Math.Abs(file.Size - length))
            .ThenBy(file => file.Path, StringComparer.Ordinal).Take(MostCandidates);
        foreach (var file in candidates)
        {
            var likeness = Common(lines, LinesOf(file)) / (double)Math.Max(file.Size, length);
            if (likeness > best.Likeness || (best.File.Path is null && likeness >= Alike))
            {
                best = (likeness, file);
            }
        }

        if (best.File.Path is null)
        {
            return null;
        }

        _used.Add(best.File.Path);
        return best.File.Blob;
    }

    // New files with the very content of one that is gone; each source serves once.
    private Dictionary<string, string> FindSame(Dictionary<string, string> before, Dictionary<string, string> tracked)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        var sources = _gone.Value.GroupBy(file => file.Blob, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var (path, blob) in tracked.Where(file => !before.ContainsKey(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (sources.TryGetValue(blob, out var list) && list.Count > 0)
            {
                var source = list.Find(file => ContextPath.Base(file.Path) == ContextPath.Base(path)) is { Path: not null } named ? named
                    : list[0];
                list.Remove(source);
                _used.Add(source.Path);
                same[path] = blob;
            }
        }

        return same;
    }

    private List<Gone> FindGone(Dictionary<string, string> before, Dictionary<string, string> tracked)
    {
        var gone = before.Where(file => !tracked.ContainsKey(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal).ToList();
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        if (gone.Count > 0
            && _repository.Git.Run(["cat-file", "--batch-check=%(objectname) %(objectsize)"], out var output,
            GitProgram.Lines(gone.Select(file => file.Value))) is null)
        {
            foreach (var line in PathText.Decode(output).Split('\n'))
            {
                if (line.Split(' ') is [var name, var size]
                    && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
                {
                    sizes[name] = bytes;
                }
            }
        }

        return [.. gone.Where(file => sizes.ContainsKey(file.Value)).Select(file => new Gone(file.Key, file.Value, sizes[file.Value]))];
    }

    private Dictionary<string, int> LinesOf(Gone file)
    {
        if (!_lines.TryGetValue(file.Blob, out var lines))
        {
            var content = _objects.Read(file.Blob, ReadLimit.Dockerfile).Content;
            lines = content is null ? [] : Count(SourceText.FromBytes(content, file.Path).Text);
            _lines[file.Blob] = lines;
        }

        return lines;
    }

    private static Dictionary<string, int> Count(string text)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            var key = line.TrimEnd('\r');
            lines[key] = lines.GetValueOrDefault(key) + 1;
        }

        return lines;
    }

    private static long Common(Dictionary<string, int> left, Dictionary<string, int> right) =>
        left.Sum(line => (long)Math.Min(line.Value, right.GetValueOrDefault(line.Key)) * (line.Key.Length + 1));

    private readonly record struct Gone(string Path, string Blob, long Size);
}
