using Dockerlint.LanguageServer.Protocol;

namespace Dockerlint.LanguageServer.Text;

/// <summary>Ranges that are needed in several places.</summary>
internal static class TextRanges
{
    /// <summary>The start of a text, for what has no place.</summary>
    internal static TextRange None { get; } = new(new Position(0, 0), new Position(0, 0));
}
