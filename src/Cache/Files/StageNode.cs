namespace Dockerlint.Cache;

/// <summary>A path of a stage's file system that is followed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mode">Its permission bits in octal, or a text that stands for them.</param>
/// <param name="Owner">User and group, as written where they are names.</param>
internal sealed record StageNode(StageNodeKind Kind, string Mode, string Owner)
{
    /// <summary>The content of a file.</summary>
    internal FileContent? Content { get; init; }

    /// <summary>Where a symbolic link leads.</summary>
    internal string? LinkTarget { get; init; }

    /// <summary>An identity of what a directory holds besides the nodes that are followed; null when it holds nothing else.</summary>
    internal string? Below { get; init; }

    internal static StageNode File(FileContent content, string mode, string owner) =>
        new(StageNodeKind.File, mode, owner) { Content = content };
}
