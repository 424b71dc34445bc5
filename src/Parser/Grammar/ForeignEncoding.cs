namespace Dockerlint.Syntax.Grammar;

/// <summary>Tells UTF-16 and UTF-32 by their byte order mark or, without one, by the zero byte beside each ASCII character.</summary>
internal static class ForeignEncoding
{
    // Bytes that are no UTF-8 stand in the text as U+DC00 and their value.
    private const char Fe = '\uDCFE';
    private const char Ff = '\uDCFF';

    /// <summary>The name of the encoding, or null for UTF-8 and everything else.</summary>
    internal static string? Name(string text) => text switch
    {
        [Ff, Fe, '\0', '\0', ..] or ['\0', '\0', Fe, Ff, ..] => "UTF-32",
        [Ff, Fe, ..] or [Fe, Ff, ..] => "UTF-16",
        [not '\0', '\0', '\0', '\0', not '\0', '\0', '\0', '\0', ..] or ['\0', '\0', '\0', not '\0', '\0', '\0', '\0', not '\0', ..] =>
            "UTF-32",
        [not '\0', '\0', not '\0', '\0', ..] or ['\0', not '\0', '\0', not '\0', ..] => "UTF-16",
        _ => null,
    };
}
