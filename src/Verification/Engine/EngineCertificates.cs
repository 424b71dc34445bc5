using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Docker.DotNet.Handler.Abstractions;

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

        var (certificate, key, authority) = (Text("cert.pem"), Text("key.pem"), Text("ca.pem"));
        if (certificate is not null || key is not null)
        {
            options.ClientCertificates = [Own(certificate ?? throw Missing("cert.pem"), key ?? throw Missing("key.pem"))];
        }

        if (address.IsUnchecked)
        {
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        }
        else if (authority is not null)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck
            };
            policy.CustomTrustStore.ImportFromPem(authority);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }

    private static X509Certificate2 Own(string certificate, string key)
    {
        var own = X509Certificate2.CreateFromPem(certificate, key);
        if (!OperatingSystem.IsWindows())
        {
            return own;
        }

        // There a key that is only in memory cannot be used for a connection.
        using (own)
        {
            return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        }
    }

    // One that is there and cannot be read is not taken for a missing one: then others would be trusted.
    private string? Text(string name)
    {
        var path = Path.Combine(_folder, name);
        return address.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes)
            : Path.Exists(path) ? throw new IOException($"cannot read {path}: only regular files are read")
            : null;
    }

    private IOException Missing(string name) => new($"there is no {Path.Combine(_folder, name)}");
}
