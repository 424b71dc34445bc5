using System.Collections.Immutable;
using System.Security.Cryptography;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>
/// What a file of a stage holds: pieces that are texts or contents known by an identity only. Equal identities mean equal bytes.
/// </summary>
internal sealed class FileContent
{
    private readonly ImmutableArray<(string? Text, string Identity)> _pieces;
    private string? _identity;

    private FileContent(ImmutableArray<(string? Text, string Identity)> pieces) => _pieces = pieces;

    internal static FileContent Empty { get; } = OfText("");

    // The identities of what was not followed stay readable in it.
    internal string Identity => _identity ??= _pieces.Length == 1
        ? _pieces[0].Identity
        : string.Join(' ', _pieces.Select(piece => piece.Identity).Where(FileDescription.HasUnseen).Prepend(
            "pieces " + Convert.ToHexStringLower(
                SHA256.HashData(PathText.Encode(string.Join('\0', _pieces.Select(piece => piece.Identity)))))));

    internal static FileContent OfText(string text) => new([(text, GitBlobHash.Of(PathText.Encode(text)))]);

    internal static FileContent OfIdentity(string identity) => new([(null, identity)]);

    /// <summary>This content with another behind it.</summary>
    internal FileContent Append(FileContent next)
    {
        if (next._pieces is [{ Text: "" }])
        {
            return this;
        }

        if (_pieces is [{ Text: "" }])
        {
            return next;
        }

        return _pieces[^1].Text is { } left && next._pieces[0].Text is { } right
            ? new FileContent([.. _pieces[..^1], .. OfText(left + right)._pieces, .. next._pieces[1..]])
            : new FileContent([.. _pieces, .. next._pieces]);
    }
}
