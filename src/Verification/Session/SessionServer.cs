using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Dockerlint.Verification;

/// <summary>
/// As much of an HTTP/2 and gRPC server (RFC 9113) as a session needs. Only two calls can arrive: the health check, whose message is
/// empty, and GetSecret, whose message has an id, so header blocks need not be decoded.
/// </summary>
internal sealed class SessionServer(Stream stream, IReadOnlyList<BuildSecret> secrets)
{
    private const int Data = 0;
    private const int Headers = 1;
    private const int Reset = 3;
    private const int Settings = 4;
    private const int Ping = 6;
    private const int GoAway = 7;
    private const int WindowUpdate = 8;
    private const int Acknowledged = 1;
    private const int EndStream = 1;
    private const int EndHeaders = 4;
    private const int Padded = 8;

    // The largest frame that is allowed without asking for more.
    private const int LargestFrame = 16 * 1024;
    private const int LargestRequest = 64 * 1024;

    private static readonly byte[] s_preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    private readonly Dictionary<int, MemoryStream> _requests = [];

    /// <summary>Serves until the connection ends.</summary>
    internal async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await ServeAsync(cancellation);
        }
        catch (Exception exception) when (
            exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidDataException)
        {
            // The build is over, or the engine has gone; the build itself tells which.
        }
    }

    private async Task ServeAsync(CancellationToken cancellation)
    {
        var preface = new byte[s_preface.Length];
        await stream.ReadExactlyAsync(preface, cancellation);
        if (!preface.AsSpan().SequenceEqual(s_preface))
        {
            throw new InvalidDataException("no HTTP/2");
        }

        await WriteAsync(Settings, 0, 0, default, cancellation);
        var head = new byte[9];
        while (true)
        {
            await stream.ReadExactlyAsync(head, cancellation);
            var length = head[0] << 16 | head[1] << 8 | head[2];
            if (length > LargestFrame)
            {
                throw new InvalidDataException("a frame is too large");
            }

            var payload = new byte[length];
            await stream.ReadExactlyAsync(payload, cancellation);
            var id = (int)(BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(5)) & 0x7FFF_FFFF);
            if (head[3] == GoAway)
            {
                return;
            }

            await HandleAsync(head[3], head[4], id, payload, cancellation);
        }
    }

    private async Task HandleAsync(int type, int flags, int id, byte[] payload, CancellationToken cancellation)
    {
        switch (type)
        {
            case Settings when (flags & Acknowledged) == 0:
                await WriteAsync(Settings, Acknowledged, 0, default, cancellation);
                break;
            case Ping when (flags & Acknowledged) == 0:
                await WriteAsync(Ping, Acknowledged, 0, payload, cancellation);
                break;
            case Headers:
                _requests[id] = new MemoryStream();
                break;
            case Reset:
                _requests.Remove(id);
                break;
            case Data when _requests.TryGetValue(id, out var request):
                Append(request, payload, flags);
                if (payload.Length > 0)
                {
                    await GiveBackAsync(payload.Length, cancellation);
                }

                break;
            default:
                return;
        }

        if (type is Data or Headers && (flags & EndStream) != 0 && _requests.Remove(id, out var complete))
        {
            await AnswerAsync(id, complete.ToArray(), cancellation);
        }
    }

    private static void Append(MemoryStream request, byte[] payload, int flags)
    {
        var content = (flags & Padded) != 0 && payload.Length > payload[0] ? payload.AsSpan(1, payload.Length - 1 - payload[0]) : payload;
        if (request.Length + content.Length > LargestRequest)
        {
            throw new InvalidDataException("a request is too large");
        }

        request.Write(content);
    }

    private Task GiveBackAsync(int count, CancellationToken cancellation)
    {
        var window = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(window, count);
        return WriteAsync(WindowUpdate, 0, 0, window, cancellation);
    }

    // A message stands behind a byte for compression and four for its length.
    private async Task AnswerAsync(int id, byte[] request, CancellationToken cancellation)
    {
        var message = request.Length > 5 ? request.AsMemory(5) : default;
        if (message.IsEmpty)
        {
            await ReplyAsync(id, new byte[] { 0x08, 0x01 }, cancellation); // SERVING
            return;
        }

        if (secrets.FirstOrDefault(secret => secret.Id == IdOf(message.Span)) is { } found)
        {
            await ReplyAsync(id, ToMessage(found.Value.Span), cancellation);
            return;
        }

        // Status 5 is NOT_FOUND: BuildKit goes on without a secret that is not required.
        await WriteAsync(Headers, EndHeaders | EndStream, id,
            (byte[])[.. ResponseHeaders(), .. Literal("grpc-status", "5"), .. Literal("grpc-message", "secret not given")], cancellation);
    }

    private static string IdOf(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Field == 1)
            {
                return reader.Text;
            }
        }

        return "";
    }

    private static byte[] ToMessage(ReadOnlySpan<byte> value)
    {
        var message = new List<byte> { 0x0A }; // field 1, bytes
        for (var length = (uint)value.Length; ; length >>= 7)
        {
            if (length < 0x80)
            {
                message.Add((byte)length);
                return [.. message, .. value];
            }

            message.Add((byte)(length | 0x80));
        }
    }

    private async Task ReplyAsync(int id, byte[] message, CancellationToken cancellation)
    {
        await WriteAsync(Headers, EndHeaders, id, ResponseHeaders(), cancellation);
        var framed = new byte[message.Length + 5];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        for (var sent = 0; sent < framed.Length; sent += LargestFrame)
        {
            await WriteAsync(Data, 0, id, framed.AsMemory(sent, Math.Min(LargestFrame, framed.Length - sent)), cancellation);
        }

        await WriteAsync(Headers, EndHeaders | EndStream, id, Literal("grpc-status", "0"), cancellation);
    }

    // :status 200 is entry 8 of HPACK's static table, content-type is 31 (RFC 7541, appendix A).
    private static byte[] ResponseHeaders() => [0x88, 0x0F, 0x10, 16, .. "application/grpc"u8];

    private static byte[] Literal(string name, string value) =>
        [0x00, (byte)name.Length, .. Encoding.ASCII.GetBytes(name), (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];

    private async Task WriteAsync(int type, int flags, int id, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        var frame = new byte[9 + payload.Length];
        (frame[0], frame[1], frame[2]) = ((byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length);
        (frame[3], frame[4]) = ((byte)type, (byte)flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), id);
        payload.CopyTo(frame.AsMemory(9));
        await stream.WriteAsync(frame, cancellation);
    }
}
