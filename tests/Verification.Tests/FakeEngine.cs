using System.Net.Sockets;
using System.Text;
using Dockerlint.Testing;

namespace Dockerlint.Tests;

/// <summary>Answers as an engine does, and to a build with given text.</summary>
internal sealed class FakeEngine : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _build;
    private readonly bool _fallsSilent;

    /// <param name="build">The answer to a build.</param>
    /// <param name="fallsSilent">Whether that answer never ends.</param>
    internal FakeEngine(string build, bool fallsSilent = false)
    {
        _build = build;
        _fallsSilent = fallsSilent;
        Path = System.IO.Path.Combine(_folder.Path, "fake.sock");
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen();
        _ = AcceptAsync();
    }

    internal string Path { get; }

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task AnswerAsync(Socket client)
    {
        await using var stream = new NetworkStream(client, ownsSocket: true);
        var request = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0)
            {
                return;
            }

            request.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        var path = request.ToString().Split(' ')[1];
        var isBuild = path.Contains("/build?", StringComparison.Ordinal);

        // The context has to be taken before the answer makes sense.
        while (isBuild && !request.ToString().EndsWith("0\r\n\r\n", StringComparison.Ordinal))
        {
            request.Append(Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer)));
        }

        var body = isBuild ? _build
            : path.EndsWith("/version", StringComparison.Ordinal) ? "{\"Version\":\"1\",\"ApiVersion\":\"1.45\",\"Arch\":\"amd64\"}"
            : path.Contains("/volumes", StringComparison.Ordinal) ? "{\"Volumes\":[]}"
            : path.Contains("/info", StringComparison.Ordinal) ? "{}"
            : "[]";
        var isSilent = isBuild && _fallsSilent;
        var length = Encoding.UTF8.GetByteCount(body) + (isSilent ? 1 : 0);
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body));
        if (isSilent)
        {
            // Until the other side has had enough.
            _ = await stream.ReadAsync(buffer);
        }
    }
}
