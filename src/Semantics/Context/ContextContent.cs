namespace Dockerlint.Semantics.Context;

/// <summary>
/// The content of a file, known by its digest, which is read when somebody first asks for it. Everywhere it is the hash git
/// gives a blob, so that a file on disk compares with one in a git revision.
/// </summary>
public sealed class ContextContent
{
    private readonly Lazy<(string? Digest, string? Problem)> _digest;

    private ContextContent(Lazy<(string? Digest, string? Problem)> digest) => _digest = digest;

    /// <summary>The git blob hash in lower-case hexadecimal; null when the content cannot be read.</summary>
    public string? Digest => _digest.Value.Digest;

    /// <summary>Why the content cannot be read; null when it can or nobody has asked yet.</summary>
    public string? Problem => _digest.IsValueCreated ? _digest.Value.Problem : null;

    /// <summary>A content whose digest is known.</summary>
    public static ContextContent FromDigest(string digest) => new(new Lazy<(string?, string?)>((digest, null)));

    /// <summary>A content in memory.</summary>
    public static ContextContent FromBytes(ReadOnlySpan<byte> bytes) => FromDigest(GitBlobHash.Of(bytes));

    /// <summary>A content that is read, at most once, when it is asked for.</summary>
    /// <param name="read">Gives the digest, or null and what went wrong. It must not throw.</param>
    public static ContextContent Deferred(Func<(string? Digest, string? Problem)> read) =>
        new(new Lazy<(string?, string?)>(read, LazyThreadSafetyMode.ExecutionAndPublication));
}
