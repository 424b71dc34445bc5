namespace Dockerlint.LanguageServer.Text;

/// <summary>What the second number of a position counts.</summary>
internal enum PositionEncoding
{
    /// <summary>Code units of UTF-16, which every client knows.</summary>
    Utf16,

    /// <summary>Bytes of UTF-8.</summary>
    Utf8,
}
