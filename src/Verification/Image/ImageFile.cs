namespace Dockerlint.Verification;

/// <summary>One path of a layer.</summary>
/// <param name="Path">The path from the root, without a leading slash, cleaned; a whiteout has the path it deletes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">The bytes of a file; 0 for anything else.</param>
public sealed record ImageFile(string Path, ImageFileKind Kind, long Size)
{
    /// <summary>The permission bits with set-user-ID, set-group-ID and sticky.</summary>
    public int Mode { get; init; }

    /// <summary>The owner.</summary>
    public long UserId { get; init; }

    /// <summary>The group.</summary>
    public long GroupId { get; init; }

    /// <summary>Where a link leads, as written.</summary>
    public string LinkTarget { get; init; } = "";

    /// <summary>SHA-256 of the content in hexadecimal; empty where it was not asked for.</summary>
    public string Digest { get; init; } = "";

    /// <summary>The content of etc/passwd and etc/group; empty for all others.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the content begins as a private key does.</summary>
    public bool IsPrivateKey { get; init; }

    /// <summary>The interpreter that the first line of a script names; empty where it names none.</summary>
    public string Interpreter { get; init; } = "";

    /// <summary>The content where it was asked for; null for all others.</summary>
    public byte[]? Content { get; init; }
}
