using Docker.DotNet;

namespace Dockerlint.Verification;

/// <summary>A connection to an engine that has answered.</summary>
public sealed class EngineConnection : IDisposable
{
    // What the client package speaks; engines before 20.10 are too old to be of use.
    private static readonly Version s_newest = new(1, 51);
    private static readonly Version s_oldest = new(1, 41);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private EngineConnection(
        DockerClient client, EngineAddress address, string engineVersion, Version apiVersion, string architecture, bool hasMerge)
    {
        Client = client;
        Address = address;
        EngineVersion = engineVersion;
        ApiVersion = apiVersion;
        Architecture = architecture;
        HasMerge = hasMerge;
    }

    /// <summary>Where it answers.</summary>
    public EngineAddress Address { get; }

    /// <summary>The version of the engine.</summary>
    public string EngineVersion { get; }

    /// <summary>The version of the API that both sides speak.</summary>
    public Version ApiVersion { get; }

    /// <summary>The architecture of the engine as Go names it, such as amd64.</summary>
    public string Architecture { get; }

    /// <summary>
    /// Whether its BuildKit can merge layers: only with images kept by containerd (moby, daemon/internal/builder-next: a graph
    /// driver switches the capability off).
    /// </summary>
    public bool HasMerge { get; }

    internal DockerClient Client { get; }

    /// <summary>Connects to the first address that answers.</summary>
    /// <exception cref="EngineException">None answers; the message says what was tried.</exception>
    public static async Task<EngineConnection> OpenAsync(IReadOnlyList<EngineAddress> addresses, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var tried = new List<string>();
        foreach (var address in addresses)
        {
            if (address.Endpoint.Scheme == "unix" && !File.Exists(address.Endpoint.LocalPath))
            {
                tried.Add($"{address}: no such socket");
                continue;
            }

            try
            {
                return await TryAsync(address, cancellation);
            }
            catch (Exception exception) when (
                !cancellation.IsCancellationRequested && exception is not EngineException { InnerException: null })
            {
                tried.Add($"{address}: {(exception is OperationCanceledException ? "no answer" : exception.GetBaseException().Message)}");
            }
        }

        throw new EngineException("no engine answers; tried " + string.Join("; ", tried));
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private static async Task<EngineConnection> TryAsync(EngineAddress address, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(s_patience);
        using var first = Create(address, null);
        var version = await first.System.GetVersionAsync(patience.Token);
        var theirs = Version.TryParse(version.APIVersion, out var parsed) ? parsed : s_oldest;
        if (theirs < s_oldest)
        {
            throw new EngineException($"the engine at {address} speaks API {theirs}, and {s_oldest} (Docker Engine 20.10) is needed");
        }

        if (Version.TryParse(version.MinAPIVersion, out var least) && least > s_newest)
        {
            throw new EngineException($"the engine at {address} speaks no API older than {least}, and {s_newest} is the newest known here; "
                + "a newer dockerlint is needed");
        }

        var spoken = theirs < s_newest ? theirs : s_newest;
        var info = await first.System.GetSystemInfoAsync(patience.Token);
        var hasMerge = (info.DriverStatus ?? [])
            .Any(pair => pair.Any(text => text.Contains("io.containerd.snapshotter", StringComparison.Ordinal)));
        return new EngineConnection(Create(address, spoken), address, version.Version, spoken, version.Arch ?? "", hasMerge);
    }

    private static DockerClient Create(EngineAddress address, Version? version)
    {
        var builder = new DockerClientBuilder().WithEndpoint(address.Endpoint).WithTimeout(Timeout.InfiniteTimeSpan);
        builder = version is null ? builder : builder.WithApiVersion(version);
        builder = address.Endpoint.Scheme != "https" ? builder : builder.WithAuthProvider(new EngineCertificates(address));
        return builder.WithTransportOptions(new SessionTransport(address.Endpoint.Scheme), new SessionTransportOptions()).Build();
    }
}
