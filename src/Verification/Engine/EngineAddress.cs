namespace Dockerlint.Verification;

/// <summary>Where an engine may answer.</summary>
/// <param name="Endpoint">The address: unix, npipe, http or https.</param>
/// <param name="Origin">Where the address comes from, to tell a person: <c>DOCKER_HOST</c>, a context, a default socket.</param>
public sealed record EngineAddress(Uri Endpoint, string Origin)
{
    /// <summary>The folder with ca.pem, cert.pem and key.pem for TLS; null without TLS.</summary>
    public string? CertificateFolder { get; init; }

    /// <summary>Whether the certificate of the engine is not checked, as the context says.</summary>
    public bool IsUnchecked { get; init; }

    /// <summary>Gives the content of a file of that folder, or null when there is none that can be read.</summary>
    internal Func<string, byte[]?> Read { get; init; } = static _ => null;

    /// <inheritdoc/>
    public override string ToString() => $"{Endpoint.OriginalString} ({Origin})";
}
