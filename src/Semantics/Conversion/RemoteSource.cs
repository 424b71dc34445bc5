namespace Dockerlint.Semantics.Conversion;

/// <summary>Sources of ADD that are no files of the build context.</summary>
internal static class RemoteSource
{
    /// <summary>Whether the source is an address that is downloaded.</summary>
    internal static bool IsWeb(string source) =>
        source.StartsWith("http://", StringComparison.Ordinal) || source.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>
    /// Whether the source is a Git repository: by its scheme, as user@host:path, or a web address whose path ends in .git.
    /// </summary>
    internal static bool IsGit(string source)
    {
        if (source.StartsWith("git://", StringComparison.Ordinal) || source.StartsWith("ssh://", StringComparison.Ordinal))
        {
            return true;
        }

        if (IsWeb(source))
        {
            var end = source.AsSpan().IndexOfAny('#', '?');
            return source.AsSpan(0, end < 0 ? source.Length : end).EndsWith(".git");
        }

        var at = source.IndexOf('@', StringComparison.Ordinal);
        var colon = source.IndexOf(':', StringComparison.Ordinal);
        return at > 0 && colon > at + 1 && !source.AsSpan(0, colon).Contains('/') && colon + 1 < source.Length;
    }
}
