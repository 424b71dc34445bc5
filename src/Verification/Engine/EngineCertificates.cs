using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Docker.DotNet.Handler.Abstractions;
using Docker.DotNet.X509;

namespace Dockerlint.Verification;

/// <summary>
/// TLS with the files the docker command uses: ca.pem to know the engine by, cert.pem and key.pem to be known by. Each may be missing:
/// without ca.pem the machine's own authorities count, without the others the engine has to do without knowing who asks.
/// </summary>
internal sealed class EngineCertificates(EngineAddress address) : IAuthProvider
{
    // Without a folder no file is found, and the machine's own authorities count.
    private readonly string _folder = address.CertificateFolder ?? "";

    public bool TlsEnabled => true;

    public HttpMessageHandler ConfigureHandler(HttpMessageHandler handler)
    {
        // What sits in front of the transport is handed over with it, see SessionTransport.
        var inner = handler;
        while (inner is DelegatingHandler { InnerHandler: { } next })
        {
            inner = next;
        }

        ((SocketsHttpHandler)inner).SslOptions = CreateOptions();
        return handler;
    }

    /// <summary>What a connection is secured with.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A file is no certificate or key.</exception>
    internal SslClientAuthenticationOptions CreateOptions()
    {
        var options = new SslClientAuthenticationOptions { TargetHost = address.Endpoint.DnsSafeHost };
        if (_folder.Length == 0)
        {
            return options;
        }

        var (certificate, key) = (Path.Combine(_folder, "cert.pem"), Path.Combine(_folder, "key.pem"));
        if (File.Exists(certificate) || File.Exists(key))
        {
            options.ClientCertificates = [DockerTlsCertificates.LoadCertificateFromPemFiles(certificate, key)];
        }

        var authority = Path.Combine(_folder, "ca.pem");
        if (address.IsUnchecked)
        {
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        }
        else if (File.Exists(authority))
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(authority);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }
}
