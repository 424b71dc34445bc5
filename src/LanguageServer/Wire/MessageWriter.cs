using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dockerlint.LanguageServer.Wire;

/// <summary>
/// Puts messages on a stream, one at a time, from whatever thread. A client that has gone is no fault: nothing is written then.
/// </summary>
/// <param name="stream">The stream.</param>
internal sealed class MessageWriter(Stream stream)
{
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private int _lastId;

    /// <summary>Whether the client has gone.</summary>
    internal bool IsClosed { get; private set; }

    /// <summary>Answers a request.</summary>
    internal void Answer<T>(JsonElement id, T result, JsonTypeInfo<T> type) => Write(json =>
    {
        WriteId(json, id);
        json.WritePropertyName("result");
        if (result is null)
        {
            json.WriteNullValue();
        }
        else
        {
            JsonSerializer.Serialize(json, result, type);
        }
    });

    /// <summary>Refuses a request.</summary>
    internal void Refuse(JsonElement? id, int code, string message) => Write(json =>
    {
        WriteId(json, id);
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    /// <summary>Tells the client something.</summary>
    internal void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) => Write(json =>
    {
        json.WriteString("method", method);
        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters, type);
    });

    /// <summary>Asks the client for something; the answer bears the number that comes back.</summary>
    internal int Ask<T>(string method, T? parameters, JsonTypeInfo<T> type)
        where T : class
    {
        var number = Interlocked.Increment(ref _lastId);
        Write(json =>
        {
            json.WriteNumber("id", number);
            json.WriteString("method", method);
            if (parameters is not null)
            {
                json.WritePropertyName("params");
                JsonSerializer.Serialize(json, parameters, type);
            }
        });
        return number;
    }

    private static void WriteId(Utf8JsonWriter json, JsonElement? id)
    {
        json.WritePropertyName("id");
        if (id is { } known)
        {
            known.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private void Write(Action<Utf8JsonWriter> content)
    {
        lock (_lock)
        {
            _buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_buffer))
            {
                json.WriteStartObject();
                json.WriteString("jsonrpc", "2.0");
                content(json);
                json.WriteEndObject();
            }

            try
            {
                var header = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {_buffer.WrittenCount}\r\n\r\n");
                stream.Write(Encoding.ASCII.GetBytes(header));
                stream.Write(_buffer.WrittenSpan);
                stream.Flush();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                IsClosed = true;
            }
        }
    }
}
