using System.Text;

namespace Dockerlint.Semantics.Context;

/// <summary>
/// Paths as text that loses no byte. On Linux a path is any bytes; those that are UTF-8 are read as such, and a byte B that is not
/// becomes the lone surrogate U+DC00 + B, which no UTF-8 text can hold, so that two paths are equal only if their bytes are.
/// </summary>
public static class PathText
{
    private const char FirstByte = '\uDC80';
    private const char LastByte = '\uDCFF';

    /// <summary>The text of a path's bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune.ToString());
            }
            else
            {
                foreach (var lost in bytes[..length])
                {
                    text.Append((char)('\uDC00' + lost));
                }
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }

    /// <summary>The bytes behind a text that <see cref="Decode"/> made; any other text becomes UTF-8.</summary>
    public static byte[] Encode(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (IsText(path))
        {
            return Encoding.UTF8.GetBytes(path);
        }

        var bytes = new List<byte>(path.Length);
        for (var i = 0; i < path.Length;)
        {
            if (IsByte(path, i))
            {
                bytes.Add((byte)path[i++]);
                continue;
            }

            var start = i++;
            while (i < path.Length && !IsByte(path, i))
            {
                i++;
            }

            bytes.AddRange(Encoding.UTF8.GetBytes(path[start..i]));
        }

        return [.. bytes];
    }

    /// <summary>Whether a path is text through and through; one that is not must be shown escaped and opened by its bytes.</summary>
    public static bool IsText(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (var i = path.AsSpan().IndexOfAnyInRange(FirstByte, LastByte); i >= 0 && i < path.Length; i++)
        {
            if (IsByte(path, i))
            {
                return false;
            }
        }

        return true;
    }

    // The low half of a pair is a character's, not a byte.
    private static bool IsByte(string path, int index) =>
        path[index] is >= FirstByte and <= LastByte && (index == 0 || !char.IsHighSurrogate(path[index - 1]));
}
