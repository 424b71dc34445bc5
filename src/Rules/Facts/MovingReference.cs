namespace Dockerlint.Rules;

/// <summary>Tells which addresses lead to something else tomorrow.</summary>
internal static class MovingReference
{
    private static readonly string[] s_moving =
        ["latest", "master", "main", "HEAD", "nightly", "stable", "develop", "trunk", "snapshot", "edge"];

    private static readonly string[] s_archives = [".tar.gz", ".tgz", ".tar.xz", ".tar.bz2", ".tar.zst", ".tar", ".zip", ".deb", ".rpm"];

    /// <summary>The part of a URL that names a branch or a latest version; null when there is none.</summary>
    internal static string? InUrl(string? url)
    {
        if (url is null || !IsUrl(url))
        {
            return null;
        }

        // A file name with a version is settled, whatever channel it lies in.
        var parts = PathOf(url).Split('/', '?', '#');
        return HasVersion(FileName(url)) ? null : Array.Find(parts, part => s_moving.Contains(part, StringComparer.OrdinalIgnoreCase))
            ?? InFileName(url);
    }

    /// <summary>
    /// What the file of a URL names that moves: <c>latest.tar.gz</c>, <c>main.zip</c>, <c>tool-latest-linux.deb</c>, and any branch under
    /// refs/heads.
    /// </summary>
    internal static string? InFileName(string url)
    {
        var name = FileName(url);
        var parts = PathOf(url).Split('/', '?', '#');
        if (HasVersion(name))
        {
            return null;
        }

        var extension = Array.Find(s_archives, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        var stem = extension is null ? name : name[..^extension.Length];
        return extension is not null && s_moving.Contains(stem, StringComparer.OrdinalIgnoreCase) ? stem
            : name.Contains('.', StringComparison.Ordinal) && name.Split('-', '_', '.') is var words
                && words.Contains("latest", StringComparer.Ordinal) && !words.Any(IsBuildOrKey) ? "latest"
            : Array.IndexOf(parts, "heads") is > 0 and var at && parts[at - 1] == "refs" && at + 1 < parts.Length ? stem
            : null;
    }

    /// <summary>Whether a word is an address that curl, wget or ADD fetches.</summary>
    internal static bool IsUrl(string? word) => word is not null
        && (word.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a source of ADD is a git repository, as BuildKit tells.</summary>
    internal static bool IsGit(string source) =>
        source.StartsWith("git@", StringComparison.Ordinal) || source.StartsWith("git://", StringComparison.Ordinal)
        || source.StartsWith("ssh://", StringComparison.Ordinal)
        || (IsUrl(source)
            && (source.EndsWith(".git", StringComparison.Ordinal) || source.Contains(".git#", StringComparison.Ordinal)
            || source.Contains(".git?", StringComparison.Ordinal)));

    /// <summary>Whether a git reference is a commit, or a tag that reads like a version, which nobody moves by habit.</summary>
    internal static bool IsSettled(string reference) => (reference.Length >= 7 && reference.All(char.IsAsciiHexDigit))
        || reference.StartsWith("refs/tags/", StringComparison.Ordinal)
        || (reference.Any(char.IsAsciiDigit)
            && (reference.Contains('.', StringComparison.Ordinal) || reference is ['v', >= '0' and <= '9', ..]));

    // tool-13114758_latest.zip has a number all the same, and a key with that name is a key.
    private static bool IsBuildOrKey(string word) => word is "asc" or "gpg" or "key" || (word.Length > 5 && word.All(char.IsAsciiDigit));

    private static string PathOf(string url)
    {
        var path = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return path.Contains('/', StringComparison.Ordinal) ? path[path.IndexOf('/', StringComparison.Ordinal)..] : "";
    }

    private static string FileName(string url)
    {
        var path = PathOf(url).Split('?', '#')[0];
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static bool HasVersion(string name)
    {
        for (var i = 1; i + 1 < name.Length; i++)
        {
            if (name[i] == '.' && char.IsAsciiDigit(name[i - 1]) && char.IsAsciiDigit(name[i + 1]))
            {
                return true;
            }
        }

        return false;
    }
}
