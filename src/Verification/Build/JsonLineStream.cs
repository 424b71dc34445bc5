using System.Text;
using System.Text.Json;

namespace Dockerlint.Verification;

/// <summary>Reads JSON values that follow each other in a stream, one a line, and refuses lines beyond all reason.</summary>
internal static class JsonLineStream
{
    private const int LongestLine = 64 * 1024 * 1024;
    private const int ShownBytes = 100;

    internal static async IAsyncEnumerable<JsonElement> ReadAsync(
        Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                if (buffer.Length >= LongestLine)
                {
                    throw new EngineException("the engine sent a message of more than 64 MB");
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var count = await stream.ReadAsync(buffer.AsMemory(filled), cancellation);
            filled += count;
            var start = 0;
            while (true)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, filled - start);
                if (end < 0)
                {
                    break;
                }

                if (Parse(buffer.AsMemory(start, end - start)) is { } element)
                {
                    yield return element;
                }

                start = end + 1;
            }

            filled -= start;
            Buffer.BlockCopy(buffer, start, buffer, 0, filled);
            if (count == 0)
            {
                if (Parse(buffer.AsMemory(0, filled), isLast: true) is { } last)
                {
                    yield return last;
                }

                yield break;
            }
        }
    }

    // Only objects count: engines send nothing else.
    private static JsonElement? Parse(ReadOnlyMemory<byte> line, bool isLast = false)
    {
        if (line.Span.Trim(" \r\t"u8).IsEmpty)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException exception)
        {
            var start = Encoding.UTF8.GetString(line.Span[..Math.Min(line.Length, ShownBytes)]);
            throw new EngineException(
                isLast ? $"the engine broke off in the middle of a message: {start}"
                    : $"the engine sent a message that makes no sense: {start}", exception);
        }
    }
}
