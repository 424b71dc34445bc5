using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dockerlint.Testing;

namespace Dockerlint.Tests;

/// <summary>
/// TLS in front of a socket, as an engine with --tlsverify has it: a CA, a certificate for localhost, and only those are let in whose
/// certificate is of that CA.
/// </summary>
internal sealed class TlsFront : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _server;
    private readonly string _target;

    internal TlsFront(string target)
    {
        _target = target;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var serverKey = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        using var server = Issue("CN=localhost", serverKey, "1.3.6.1.5.5.7.3.1", names);
        _server = X509CertificateLoader.LoadPkcs12(server.Export(X509ContentType.Pfx), null);
        using var clientKey = RSA.Create(2048);
        using var client = Issue("CN=client", clientKey, "1.3.6.1.5.5.7.3.2", null);
        _folder.Write("ca.pem", _authority.ExportCertificatePem());
        _folder.Write("cert.pem", client.ExportCertificatePem());
        _folder.Write("key.pem", clientKey.ExportPkcs8PrivateKeyPem());
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The folder with ca.pem, cert.pem and key.pem.</summary>
    internal string Certificates => _folder.Path;

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _listener.Dispose();
        _authority.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    private X509Certificate2 Issue(string name, RSA key, string purpose, SubjectAlternativeNameBuilder? names)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        if (names is not null)
        {
            request.CertificateExtensions.Add(names.Build());
        }

        using var issued = request.Create(
            _authority, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddHours(12), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        try
        {
            await using var secure = new SslStream(client.GetStream());
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = _server,
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Issuer == _authority.Subject,
            });
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_target));
            await using var engine = new NetworkStream(socket);
            await Task.WhenAny(secure.CopyToAsync(engine), engine.CopyToAsync(secure));
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or SocketException)
        {
            // Not let in, or gone.
        }
        finally
        {
            client.Dispose();
        }
    }
}
