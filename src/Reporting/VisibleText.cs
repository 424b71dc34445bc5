using System.Globalization;
using System.Text;

namespace Dockerlint.Reporting;

/// <summary>
/// Makes text from files safe for a terminal or a log: control characters, format characters such as bidirectional
/// overrides, line separators and lone surrogates are written as escapes.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with everything hidden made visible.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="keepTabs">Whether tabs stay as they are.</param>
    public static string Escape(ReadOnlySpan<char> text, bool keepTabs = false)
    {
        var result = new StringBuilder(text.Length);
        Append(result, text, keepTabs);
        return result.ToString();
    }

    private static void Append(StringBuilder result, ReadOnlySpan<char> text, bool keepTabs)
    {
        while (!text.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf16(text, out var rune, out var used) is System.Buffers.OperationStatus.Done;
            if (!valid)
            {
                // Raw bytes are kept as U+DC80..U+DCFF by SourceText.
                result.Append(text[0] is >= '\uDC80' and <= '\uDCFF' ? $"\\x{text[0] - 0xDC00:x2}" : $"\\u{(int)text[0]:x4}");
            }
            else if ((rune.Value == '\t' && keepTabs) || !IsHidden(rune))
            {
                result.Append(text[..used]);
            }
            else
            {
                result.Append(rune.Value switch
                {
                    '\t' => "\\t",
                    '\r' => "\\r",
                    '\n' => "\\n",
                    < 0x80 => $"\\x{rune.Value:x2}",
                    <= 0xFFFF => $"\\u{rune.Value:x4}",
                    _ => $"\\U{rune.Value:x8}",
                });
            }

            text = text[used..];
        }
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
