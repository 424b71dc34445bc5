namespace Dockerlint.Workspace;

/// <summary>
/// One line of a <c>.gitignore</c> file, matched as git does. Segments between slashes are matched one by one, so the work
/// is at most quadratic in the length of pattern and path.
/// </summary>
public sealed class IgnoreRule
{
    private readonly string[] _segments;
    private readonly bool _isForFolders;
    private readonly bool _isAnchored;

    private IgnoreRule(string[] segments, bool isNegated, bool isForFolders, bool isAnchored)
    {
        _segments = segments;
        IsNegated = isNegated;
        _isForFolders = isForFolders;
        _isAnchored = isAnchored;
    }

    /// <summary>Whether the rule takes back what an earlier one ignores.</summary>
    public bool IsNegated { get; }

    /// <summary>The rules of a file, in order.</summary>
    public static IReadOnlyList<IgnoreRule> ReadAll(string text) =>
        [.. text.TrimStart('\uFEFF').Split('\n').Select(Read).OfType<IgnoreRule>()];

    /// <summary>One line; null for a comment, a blank line and a pattern that can match nothing.</summary>
    public static IgnoreRule? Read(string line)
    {
        var pattern = TrimBlanks(line.EndsWith('\r') ? line[..^1] : line);
        if (pattern.StartsWith('#'))
        {
            return null;
        }

        var isNegated = pattern.StartsWith('!');
        pattern = isNegated ? pattern[1..] : pattern;
        var isForFolders = pattern.EndsWith('/');
        pattern = isForFolders ? pattern[..^1] : pattern;
        if (pattern.Length == 0)
        {
            return null;
        }

        var isAnchored = pattern.Contains('/', StringComparison.Ordinal);
        pattern = pattern.StartsWith('/') ? pattern[1..] : pattern;
        return new IgnoreRule(Split(pattern), isNegated, isForFolders, isAnchored);
    }

    /// <summary>Whether the rule speaks of a path, given relative to the folder of the rule's file.</summary>
    public bool Matches(string path, bool isFolder)
    {
        if (_isForFolders && !isFolder)
        {
            return false;
        }

        var parts = path.Split('/');
        return _isAnchored ? Matches(parts) : IgnorePattern.Matches(_segments[0], parts[^1]);
    }

    // Two stars that make up a whole segment stand for any number of folders; at the end, for at least one name.
    private bool Matches(string[] parts)
    {
        int segment = 0, part = 0, star = -1, retry = 0;
        while (part < parts.Length)
        {
            if (segment < _segments.Length && _segments[segment] == "**")
            {
                star = segment++;
                retry = part;
                if (segment == _segments.Length)
                {
                    return true;
                }
            }
            else if (segment < _segments.Length && IgnorePattern.Matches(_segments[segment], parts[part]))
            {
                segment++;
                part++;
            }
            else if (star >= 0)
            {
                segment = star + 1;
                part = ++retry;
            }
            else
            {
                return false;
            }
        }

        return segment == _segments.Length;
    }

    // Blanks at the end do not count unless a backslash stands before them.
    private static string TrimBlanks(string line)
    {
        var end = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length)
            {
                i++;
                end = i + 1;
            }
            else if (line[i] != ' ')
            {
                end = i + 1;
            }
        }

        return line[..end];
    }

    // A slash within brackets belongs to the set; one behind a backslash is a slash.
    private static string[] Split(string pattern)
    {
        var segments = new List<string>();
        var start = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '[' && IgnorePattern.EndOfSet(pattern, i) is var end and > 0)
            {
                i = end - 1;
            }
            else if (pattern[i] == '\\' && i + 1 < pattern.Length && pattern[i + 1] != '/')
            {
                i++;
            }
            else if (pattern[i] is '/' || (pattern[i] == '\\' && i + 1 < pattern.Length))
            {
                segments.Add(pattern[start..i]);
                i += pattern[i] == '\\' ? 1 : 0;
                start = i + 1;
            }
        }

        segments.Add(pattern[start..]);
        return [.. segments];
    }
}
