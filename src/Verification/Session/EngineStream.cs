using System.IO.Pipes;
using System.Net.Security;
using System.Net.Sockets;

namespace Dockerlint.Verification;

/// <summary>Opens a connection to an engine below HTTP, for what the client package has no call for.</summary>
internal static class EngineStream
{
    internal static async Task<Stream> OpenAsync(EngineAddress address, CancellationToken cancellation)
    {
        switch (address.Endpoint.Scheme)
        {
            case "unix":
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(address.Endpoint.LocalPath), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            case "npipe":
                var pipe = new NamedPipeClientStream(
                    ".", Path.GetFileName(address.Endpoint.LocalPath), PipeDirection.InOut, PipeOptions.Asynchronous);
                await pipe.ConnectAsync(cancellation);
                return pipe;
            default:
                var client = new TcpClient();
                await client.ConnectAsync(address.Endpoint.DnsSafeHost, address.Endpoint.Port, cancellation);
                return address.Endpoint.Scheme == "https" ? await SecureAsync(client.GetStream(), address, cancellation)
                    : client.GetStream();
        }
    }

    private static async Task<Stream> SecureAsync(Stream plain, EngineAddress address, CancellationToken cancellation)
    {
        var secure = new SslStream(plain);
        await secure.AuthenticateAsClientAsync(new EngineCertificates(address).CreateOptions(), cancellation);
        return secure;
    }
}
