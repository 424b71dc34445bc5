namespace Dockerlint.Cache;

/// <summary>
/// Reads the texts by which <see cref="StageFiles"/> describes files: entries of a name and a header, with the identities of what was
/// not followed in them.
/// </summary>
internal static class FileDescription
{
    private static readonly string[] s_marks = ["run:", "copied:", "image:"];

    /// <summary>Whether it depends on something that was not followed.</summary>
    internal static bool HasUnseen(string description) => s_marks.Any(mark => description.Contains(mark, StringComparison.Ordinal));

    /// <summary>Whether it depends on a step that was not followed, so that other descriptions may mean equal files.</summary>
    internal static bool IsOpen(string description) =>
        description.Contains("run:", StringComparison.Ordinal) || description.Contains("copied:", StringComparison.Ordinal);

    /// <summary>
    /// Whether the files of two descriptions may be equal. They are not where both are known, where the same unseen things lie below
    /// what is known, and where a known file differs.
    /// </summary>
    internal static bool MayBeEqual(string one, string other)
    {
        if (one == other)
        {
            return true;
        }

        // A digest of all that is there and a text that leaves something open do not compare.
        if (IsDigest(one) != IsDigest(other))
        {
            return true;
        }

        var unseen = Unseen(one);
        return !unseen.SetEquals(Unseen(other)) && !HaveKnownDifference(one, other);
    }

    private static bool IsDigest(string description) => description.Length == 64 && description.All(char.IsAsciiHexDigitLower);

    private static bool HaveKnownDifference(string one, string other)
    {
        var headers = Headers(one);
        return Headers(other).Any(pair =>
            headers.TryGetValue(pair.Key, out var header) && header != pair.Value && !HasUnseen(header) && !HasUnseen(pair.Value));
    }

    private static Dictionary<string, string> Headers(string description)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in description.Split('\0').Skip(1))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            headers[equals < 0 ? "" : entry[..equals]] = entry[(equals + 1)..];
        }

        return headers;
    }

    private static HashSet<string> Unseen(string description)
    {
        var unseen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mark in s_marks)
        {
            for (var at = description.IndexOf(mark, StringComparison.Ordinal); at >= 0; at =
                description.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
            {
                var end = description.AsSpan(at).IndexOfAny("\0|()= ");
                unseen.Add(end < 0 ? description[at..] : description[at..(at + end)]);
            }
        }

        return unseen;
    }
}
