using System.IO.Pipes;
using System.Net.Security;
using System.Net.Sockets;
using Docker.DotNet.X509;

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
                var pipe = new NamedPipeClientStream(".", Path.GetFileName(address.Endpoint.LocalPath), PipeDirection.InOut, PipeOptions.Asynchronous);
                await pipe.ConnectAsync(cancellation);
                return pipe;
            default:
                var client = new TcpClient();
                await client.ConnectAsync(address.Endpoint.Host, address.Endpoint.Port, cancellation);
                return address.CertificateFolder is null ? client.GetStream() : await SecureAsync(client.GetStream(), address, cancellation);
        }
    }

    private static async Task<Stream> SecureAsync(Stream plain, EngineAddress address, CancellationToken cancellation)
    {
        var folder = address.CertificateFolder!;
        var authority = Path.Combine(folder, "ca.pem");
        var secure = new SslStream(plain);
        await secure.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = address.Endpoint.Host,
                ClientCertificates = [DockerTlsCertificates.LoadCertificateFromPemFiles(Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"))],
                RemoteCertificateValidationCallback = address.IsUnchecked ? (_, _, _, _) => true
                    : File.Exists(authority)
                        ? DockerTlsCertificates.CreateCertificateAuthorityValidationCallback(DockerTlsCertificates.LoadCertificateAuthorityFromPemFile(authority))
                        : null,
            },
            cancellation);
        return secure;
    }
}
