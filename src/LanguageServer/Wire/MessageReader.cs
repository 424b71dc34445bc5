using System.Text;

namespace Dockerlint.LanguageServer.Wire;

/// <summary>
/// Takes messages off a stream: headers, an empty line, and as many bytes as Content-Length says. What is no header is passed over, so
/// that stray output of a client does not end the session.
/// </summary>
/// <param name="stream">The stream.</param>
internal sealed class MessageReader(Stream stream)
{
    // No message of an editor is that long; who sends one would have all memory.
    private const int LongestMessage = 64 * 1024 * 1024;
    private const int LongestHeader = 4 * 1024;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next message; null at the end of the stream. A message that is too long comes as an empty one.</summary>
    internal byte[]? Next()
    {
        long length = -1;
        while (true)
        {
            if (Line() is not { } line)
            {
                return null;
            }

            if (line.Length > 0)
            {
                length = ContentLength(line) ?? length;
            }
            else if (length >= 0)
            {
                return Body(length);
            }
        }
    }

    private static long? ContentLength(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && line.AsSpan(0, colon).Trim().Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(line.AsSpan(colon + 1), out var length) && length >= 0 ? length : null;
    }

    private string? Line()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end && !Fill())
            {
                return null;
            }

            var next = _buffer[_start++];
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            if (line.Length < LongestHeader)
            {
                line.Append((char)next);
            }
        }
    }

    private byte[]? Body(long length)
    {
        var body = length <= LongestMessage ? new byte[length] : [];
        for (long taken = 0; taken < length;)
        {
            if (_start == _end && !Fill())
            {
                return null;
            }

            var count = (int)Math.Min(length - taken, _end - _start);
            if (body.Length > 0)
            {
                _buffer.AsSpan(_start, count).CopyTo(body.AsSpan((int)taken));
            }

            (_start, taken) = (_start + count, taken + count);
        }

        return body;
    }

    private bool Fill()
    {
        _start = 0;
        _end = stream.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}
