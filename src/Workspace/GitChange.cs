namespace Dockerlint.Workspace;

/// <summary>What a path is in git from some commit on.</summary>
/// <param name="Path">The path below the context.</param>
/// <param name="Mode">Git's mode; zeros for a path that is gone.</param>
/// <param name="Blob">The name of its content.</param>
internal readonly record struct GitChange(string Path, string Mode, string Blob)
{
    internal bool IsThere => Mode != "000000";

    internal bool IsLink => Mode == GitTree.LinkMode;
}
