using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>One field of a mount, <c>key=value</c> or <c>key</c>.</summary>
/// <param name="Key">The key in lower case, as written otherwise: <c>dst</c> stays <c>dst</c>.</param>
/// <param name="Value">The value before expansion; null when there is no equals sign.</param>
/// <param name="ValueWord">The value as a word to expand; null when there is none.</param>
/// <param name="Span">Where the field stands in the source.</param>
/// <param name="KeySpan">Where the key stands.</param>
/// <param name="ValueSpan">Where the value stands; null when there is none.</param>
public sealed record MountOption(string Key, string? Value, WordSyntax? ValueWord, TextSpan Span, TextSpan KeySpan, TextSpan? ValueSpan)
{
    /// <summary>The key without its synonyms: target, source, readonly and readwrite stand for dst, destination, src, ro and rw.</summary>
    public string Name => Key switch
    {
        "dst" or "destination" => "target",
        "src" => "source",
        "ro" => "readonly",
        "rw" => "readwrite",
        _ => Key,
    };
}
