namespace Dockerlint.Rules;

/// <summary>Tells which addresses lead to something else tomorrow.</summary>
internal static class MovingReference
{
    private static readonly string[] s_moving = ["latest", "master", "main", "HEAD", "nightly", "stable", "develop", "trunk", "snapshot", "edge"];

    /// <summary>The part of a URL that names a branch or a latest version; null when there is none.</summary>
    internal static string? InUrl(string? url)
    {
        if (url is null || !IsUrl(url))
        {
            return null;
        }

        var path = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        path = path.Contains('/', StringComparison.Ordinal) ? path[path.IndexOf('/', StringComparison.Ordinal)..] : "";
        // A file name with a version is settled, whatever channel it lies in.
        var name = path.Split('?', '#')[0];
        name = name[(name.LastIndexOf('/') + 1)..];
        return HasVersion(name) ? null : path.Split('/', '?', '#').FirstOrDefault(part => s_moving.Contains(part, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether a word is an address that curl, wget or ADD fetches.</summary>
    internal static bool IsUrl(string? word) => word is not null
        && (word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a source of ADD is a git repository, as BuildKit tells.</summary>
    internal static bool IsGit(string source) => source.StartsWith("git@", StringComparison.Ordinal) || source.StartsWith("git://", StringComparison.Ordinal)
        || source.StartsWith("ssh://", StringComparison.Ordinal)
        || (IsUrl(source) && (source.EndsWith(".git", StringComparison.Ordinal) || source.Contains(".git#", StringComparison.Ordinal) || source.Contains(".git?", StringComparison.Ordinal)));

    /// <summary>Whether a git reference is a commit, or a tag that reads like a version, which nobody moves by habit.</summary>
    internal static bool IsSettled(string reference) => (reference.Length >= 7 && reference.All(char.IsAsciiHexDigit))
        || reference.StartsWith("refs/tags/", StringComparison.Ordinal)
        || (reference.Any(char.IsAsciiDigit) && (reference.Contains('.', StringComparison.Ordinal) || reference is ['v', >= '0' and <= '9', ..]));

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
