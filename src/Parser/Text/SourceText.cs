using System.Buffers;
using System.Text;

namespace Dockerlint.Text;

/// <summary>
/// An immutable source file: path, characters and line map. Made from bytes it loses nothing: each byte that is not
/// part of valid UTF-8 becomes one lone low surrogate U+DC80..U+DCFF (valid UTF-8 never yields those), and
/// <see cref="Encode(ReadOnlySpan{char})"/> turns it back into that byte.
/// </summary>
public sealed class SourceText
{
    private LineMap? _lines;

    private SourceText(string path, string text, bool hasInvalidUtf8)
    {
        Path = path;
        Text = text;
        HasInvalidUtf8 = hasInvalidUtf8;
    }

    /// <summary>The path as the user named it; <c>-</c> for standard input.</summary>
    public string Path { get; }

    /// <summary>All characters, a byte order mark (U+FEFF) included.</summary>
    public string Text { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>Whether some byte was no valid UTF-8 and is kept as a lone surrogate.</summary>
    public bool HasInvalidUtf8 { get; }

    /// <summary>Whether the text starts with a byte order mark.</summary>
    public bool HasByteOrderMark => Text.Length > 0 && Text[0] == '\uFEFF';

    /// <summary>Lines of this text, computed once when first asked for.</summary>
    public LineMap Lines => _lines ??= new LineMap(Text);

    /// <summary>The characters of a span.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The characters of a span as a string.</summary>
    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>A source text from a string.</summary>
    public static SourceText From(string text, string path = "Dockerfile") => new(path, text, false);

    /// <summary>The same file with other characters.</summary>
    public SourceText WithText(string text) => new(Path, text, HasInvalidUtf8);

    /// <summary>The same characters under another path.</summary>
    public SourceText WithPath(string path) => new(path, Text, HasInvalidUtf8);

    /// <summary>
    /// The line end that text inserted at an offset takes: that of its line or, on a last line without one, of the line above.
    /// </summary>
    public string LineEndAt(int offset)
    {
        var line = Lines.GetLine(offset);
        for (; line > 0; line--)
        {
            var text = Slice(Lines.GetLineSpan(line));
            if (text.EndsWith("\n"))
            {
                return text.EndsWith("\r\n") ? "\r\n" : "\n";
            }
        }

        return "\n";
    }

    /// <summary>Whether every character of a text is one, none a byte that is no UTF-8.</summary>
    public static bool IsText(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A source text from the bytes of a file, whatever they are.</summary>
    public static SourceText FromBytes(ReadOnlySpan<byte> bytes, string path)
    {
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length + 1);
        try
        {
            var read = 0;
            var written = 0;
            var invalid = false;
            while (read < bytes.Length)
            {
                var status = System.Text.Unicode.Utf8.ToUtf16(
                    bytes[read..], buffer.AsSpan(written), out var consumed, out var produced, replaceInvalidSequences: false);
                read += consumed;
                written += produced;
                if (status is OperationStatus.Done)
                {
                    break;
                }

                invalid = true;
                buffer[written++] = (char)(0xDC00 + bytes[read++]);
            }

            return new SourceText(path, new string(buffer, 0, written), invalid);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>The bytes of this text: exactly those it was made from.</summary>
    public byte[] ToBytes() => Encode(Text);

    /// <summary>UTF-8 of a text in which lone low surrogates U+DC80..U+DCFF stand for raw bytes.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var output = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var written = 0;
        while (true)
        {
            var status = System.Text.Unicode.Utf8.FromUtf16(
                text, output.AsSpan(written), out var consumed, out var produced, replaceInvalidSequences: false);
            written += produced;
            text = text[consumed..];
            if (status is OperationStatus.Done || text.IsEmpty)
            {
                return output[..written];
            }

            // A lone surrogate: one of ours is a raw byte; any other cannot come from bytes and is written as WTF-8.
            var c = text[0];
            if (c is >= '\uDC80' and <= '\uDCFF')
            {
                output[written++] = (byte)(c - 0xDC00);
            }
            else
            {
                output[written++] = (byte)(0xE0 | (c >> 12));
                output[written++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                output[written++] = (byte)(0x80 | (c & 0x3F));
            }

            text = text[1..];
        }
    }
}
