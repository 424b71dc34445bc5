namespace Dockerlint.Verification;

/// <summary>One entry of a tar stream.</summary>
/// <param name="Path">The path as it stands in the archive; untrusted.</param>
/// <param name="Type">The type flag: 0 a file, 1 a hard link, 2 a symbolic link, 5 a directory.</param>
/// <param name="Size">The bytes that follow in the stream.</param>
internal sealed record TarItem(string Path, char Type, long Size)
{
    internal int Mode { get; init; }

    internal long UserId { get; init; }

    internal long GroupId { get; init; }

    internal string LinkTarget { get; init; } = "";

    internal bool IsFile => Type is '0' or '\0' or '7' or 'S';
}
