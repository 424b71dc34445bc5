using System.Globalization;
using System.Text;

namespace Dockerlint.Text;

/// <summary>
/// The one place where text from files is made safe to look at, in whatever a person may read: terminals, logs, pages, the messages in
/// reports for programs. What is hidden or changes how the rest is shown is written as an escape: control characters, format characters
/// such as bidirectional overrides and tags, line separators, blanks that are none, variation selectors that select nothing, lone
/// surrogates.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with everything hidden made visible.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="keepTabs">Whether tabs stay as they are.</param>
    public static string Escape(ReadOnlySpan<char> text, bool keepTabs = false)
    {
        var result = new StringBuilder(text.Length);
        var isBehindSymbol = false;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) is not System.Buffers.OperationStatus.Done)
            {
                AppendLone(result, text[0]);
                isBehindSymbol = false;
            }
            else if ((rune.Value == '\t' && keepTabs) || !IsHidden(rune, isBehindSymbol))
            {
                result.Append(text[..used]);
                isBehindSymbol = !IsSelector(rune) && !Rune.IsWhiteSpace(rune);
            }
            else
            {
                AppendHidden(result, rune);
                isBehindSymbol = false;
            }

            text = text[used..];
        }

        return result.ToString();
    }

    /// <summary>
    /// The text as a program can use it that takes any well-formed text, such as a path in JSON: lone surrogates, which stand for bytes
    /// that
    /// are no UTF-8, are escaped, and nothing else is.
    /// </summary>
    public static string WellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsWellFormed(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) is System.Buffers.OperationStatus.Done)
            {
                result.Append(rest[..used]);
            }
            else
            {
                AppendLone(result, rest[0]);
            }

            rest = rest[used..];
        }

        return result.ToString();
    }

    /// <summary>Whether a text has no lone surrogates, and so is the same in every encoding of Unicode.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (Rune.DecodeFromUtf16(text[at..], out _, out _) is not System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[(at + 2)..];
        }

        return true;
    }

    // Raw bytes are kept as U+DC80..U+DCFF, see SourceText.
    private static void AppendLone(StringBuilder result, char c) =>
        result.Append(c is >= '\uDC80' and <= '\uDCFF' ? $"\\x{c - 0xDC00:x2}" : $"\\u{(int)c:x4}");

    private static void AppendHidden(StringBuilder result, Rune rune) => result.Append(rune.Value switch
    {
        '\t' => "\\t",
        '\r' => "\\r",
        '\n' => "\\n",
        < 0x80 => $"\\x{rune.Value:x2}",
        <= 0xFFFF => $"\\u{rune.Value:x4}",
        _ => $"\\U{rune.Value:x8}",
    });

    private static bool IsHidden(Rune rune, bool isBehindSymbol) => rune.Value >= 0x7F
        ? (IsSelector(rune) ? !isBehindSymbol : IsBlank(rune.Value) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned)
        : rune.Value < 0x20;

    // They change the picture of the character before them; one of them is how many an emoji is written.
    private static bool IsSelector(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180D) or 0x180F;

    // Letters, marks and symbols by their category, and yet nothing to be seen: the grapheme joiner, fillers of Hangul, vowels of Khmer
    // that are inherent, the empty pattern of Braille.
    private static bool IsBlank(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;
}
