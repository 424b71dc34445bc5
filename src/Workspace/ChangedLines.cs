using System.Globalization;
using System.Text;

namespace Dockerlint.Workspace;

/// <summary>
/// The lines of the files in a git working tree that are not the same in a revision: what <c>git diff</c> tells between the common
/// ancestor of the revision and HEAD, and the files as they lie on disk. A file that git does not track is new as a whole.
/// </summary>
public sealed class ChangedLines
{
    private readonly string _root;
    private readonly Dictionary<string, List<LineRange>> _files;
    private readonly HashSet<string> _tracked;

    private ChangedLines(string root, Dictionary<string, List<LineRange>> files, HashSet<string> tracked)
    {
        _root = root;
        _files = files;
        _tracked = tracked;
    }

    /// <summary>Asks git; null when it cannot tell.</summary>
    /// <param name="directory">A folder of the working tree.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="problem">What git said.</param>
    public static ChangedLines? Since(string directory, string revision, out string? problem)
    {
        var git = new GitProgram(directory);
        if ((problem = git.Run(["rev-parse", "--show-toplevel"], out var top)) is not null)
        {
            return null;
        }

        if ((problem = git.Run(["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"], out var known)) is not null)
        {
            return null;
        }

        // Without a common ancestor, as in a shallow clone, the revision itself is compared with.
        var commit = Line(known);
        var start = git.Run(["merge-base", commit, "HEAD"], out var ancestor) is null ? Line(ancestor) : commit;
        var root = Line(top);
        git = new GitProgram(root);
        if ((problem = git.Run(
            ["-c", "core.quotePath=false", "diff", "-U0", "--text", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv",
             "--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/", start, "--"], out var diff)) is not null
            || (problem = git.RunFields(["ls-files", "-z"], out var tracked)) is not null)
        {
            return null;
        }

        return new ChangedLines(root, Read(Encoding.UTF8.GetString(diff)), new HashSet<string>(tracked, StringComparer.Ordinal));
    }

    /// <summary>Whether some of the lines are changed. Files that git does not track, or outside the working tree, count as new.</summary>
    /// <param name="path">The absolute path of the file, without links.</param>
    /// <param name="lines">The lines.</param>
    public bool Touch(string path, LineRange lines)
    {
        var relative = Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || !_tracked.Contains(relative)
            || (_files.TryGetValue(relative, out var ranges) && ranges.Exists(range => range.Meets(lines)));
    }

    // Names and hunks only: the lines of a hunk are passed over by their number, since they may look like anything.
    private static Dictionary<string, List<LineRange>> Read(string diff)
    {
        var files = new Dictionary<string, List<LineRange>>(StringComparer.Ordinal);
        List<LineRange>? current = null;
        var rest = 0;
        foreach (var line in diff.Split('\n'))
        {
            if (rest > 0 && line.StartsWith('\\') is false)
            {
                rest--;
            }
            else if (line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                current = Name(line[4..]) is { } name ? files[name] = [] : null;
            }
            else if (line.StartsWith("@@ -", StringComparison.Ordinal))
            {
                var parts = line.Split(' ');
                var (_, removed) = Numbers(parts[1]);
                var (first, added) = Numbers(parts[2]);
                rest = removed + added;
                if (added > 0)
                {
                    current?.Add(new LineRange(first, first + added - 1));
                }
            }
        }

        return files;
    }

    // "-12,3", "+7"
    private static (int First, int Count) Numbers(string text)
    {
        var parts = text[1..].Split(',');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length == 1 ? 1 : int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    // b/path, with a tab behind it when it has blanks, or in C's notation when it has control characters or quotes.
    private static string? Name(string text)
    {
        text = text.TrimEnd('\t', '\r');
        if (text.StartsWith('"'))
        {
            text = Unquote(text);
        }

        return text.StartsWith("b/", StringComparison.Ordinal) ? text[2..] : null;
    }

    private static string Unquote(string text)
    {
        var bytes = new List<byte>();
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] != '\\')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
            else if (text[i + 1] is >= '0' and <= '3')
            {
                bytes.Add((byte)(((text[i + 1] - '0') * 64) + ((text[i + 2] - '0') * 8) + text[i + 3] - '0'));
                i += 3;
            }
            else
            {
                i++;
                bytes.Add((byte)(text[i] switch { 'a' => '\a', 'b' => '\b', 't' => '\t', 'n' => '\n', 'v' => '\v', 'f' => '\f', 'r' => '\r', var other => other }));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Line(byte[] output) => Encoding.UTF8.GetString(output).TrimEnd('\n');
}
