using System.Text;

namespace Dockerlint.Verification;

/// <summary>
/// The session that BuildKit asks for secrets (moby/buildkit, session/). The engine turns a request around: on the connection it is the
/// client and we are the server. Without a session BuildKit refuses every step that mounts a secret, also where it is not required.
/// </summary>
internal sealed class BuildSession : IAsyncDisposable
{
    private const int LongestHead = 16 * 1024;
    private const string SecretMethod = "/moby.buildkit.secrets.v1.Secrets/GetSecret";

    private readonly Stream _stream;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    private BuildSession(string id, Stream stream, IReadOnlyList<BuildSecret> secrets)
    {
        Id = id;
        _stream = stream;
        _serving = new SessionServer(stream, secrets).RunAsync(_stop.Token);
    }

    internal string Id { get; }

    /// <summary>Opens a session; null when the engine has none to offer.</summary>
    internal static async Task<BuildSession?> OpenAsync(
        EngineConnection engine, IReadOnlyList<BuildSecret> secrets, CancellationToken cancellation)
    {
        var id = Guid.NewGuid().ToString("N");
        var stream = await EngineStream.OpenAsync(engine.Address, cancellation);
        try
        {
            var head = $"POST /v{engine.ApiVersion}/session HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n"
                + $"X-Docker-Expose-Session-Uuid: {id}\r\nX-Docker-Expose-Session-Name: dockerlint\r\nX-Docker-Expose-Session-Sharedkey: "
                    + "\r\n"
                + $"X-Docker-Expose-Session-Grpc-Method: {SecretMethod}\r\nContent-Length: 0\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellation);
            if ((await ReadHeadAsync(stream, cancellation)).StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
            {
                return new BuildSession(id, stream, secrets);
            }
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }

        await stream.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _stream.DisposeAsync();
        await _serving;
        _stop.Dispose();
    }

    // Byte by byte: what follows the head belongs to the server.
    private static async Task<string> ReadHeadAsync(Stream stream, CancellationToken cancellation)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < LongestHead && await stream.ReadAsync(one, cancellation) == 1)
        {
            head.Append((char)one[0]);
            if (head.Length >= 4 && head[^1] == '\n' && head[^3] == '\n')
            {
                break;
            }
        }

        return head.ToString();
    }
}
