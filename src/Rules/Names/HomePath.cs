namespace Dockerlint.Rules;

/// <summary>Paths that begin with a tilde, as only a shell expands them.</summary>
internal static class HomePath
{
    /// <summary>Whether a path is meant to be in the home directory; that it is relative is then not the point.</summary>
    internal static bool IsOne(string path) => path is "~" || path.StartsWith("~/", StringComparison.Ordinal);
}
