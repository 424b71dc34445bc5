using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dockerlint.Verification;

/// <summary>
/// Says where to look for an engine, as the docker command does: the option, <c>DOCKER_HOST</c>, the context in use, the sockets
/// that Docker, Docker Desktop, Colima, Rancher Desktop and Podman make by default. An address that somebody named is tried alone.
/// </summary>
public sealed class EngineSearch
{
    private readonly Func<string, string?> _variable;
    private readonly string _home;
    private readonly Func<string, byte[]?> _read;

    /// <summary>A search in an environment.</summary>
    /// <param name="variable">Gives the value of an environment variable, or null.</param>
    /// <param name="home">The home directory.</param>
    /// <param name="read">Gives the content of a file, or null; nothing is read unless given.</param>
    public EngineSearch(Func<string, string?> variable, string home, Func<string, byte[]?>? read = null)
    {
        _read = read ?? (static _ => null);
        _variable = name => variable(name) is { Length: > 0 } value ? value : null;
        _home = home;
    }

    /// <summary>A search in the environment of this process.</summary>
    /// <param name="read">Gives the content of a file, or null.</param>
    public static EngineSearch OfProcess(Func<string, byte[]?> read) =>
        new(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), read);

    /// <summary>The addresses in the order to try them.</summary>
    /// <param name="host">The address of the command line; null for none.</param>
    /// <param name="problem">What is wrong with a named address; null when nothing is.</param>
    public IReadOnlyList<EngineAddress> Addresses(string? host, out string? problem)
    {
        problem = null;
        var named = host is not null ? (host, "--host")
            : _variable("DOCKER_HOST") is { } variable ? (variable, "DOCKER_HOST")
            : ((string, string)?)null;
        if (named is ({ } text, { } origin))
        {
            // As for the docker command, DOCKER_TLS alone means TLS with an engine that nobody vouches for.
            return Parse(text, origin, UsesTls ? Certificates : null, out problem) is { } address
                ? [address with { IsUnchecked = address.CertificateFolder is not null && _variable("DOCKER_TLS_VERIFY") is null }]
                : [];
        }

        if ((_variable("DOCKER_CONTEXT") ?? CurrentContext()) is { } context && context != "default")
        {
            return Context(context, out problem) is { } address ? [address] : [];
        }

        return [.. DefaultSockets()];
    }

    private bool UsesTls => _variable("DOCKER_TLS_VERIFY") is not null || _variable("DOCKER_TLS") is not null;

    private string ConfigFolder => _variable("DOCKER_CONFIG") ?? Path.Combine(_home, ".docker");

    private string Certificates => _variable("DOCKER_CERT_PATH") ?? ConfigFolder;

    private EngineAddress? Parse(string text, string origin, string? certificates, out string? problem)
    {
        problem = null;
        var scheme = text.Contains("://", StringComparison.Ordinal) ? text[..text.IndexOf("://", StringComparison.Ordinal)] : "";
        var address = scheme switch
        {
            "" => text.StartsWith('/') ? "unix://" + text : "tcp://" + text,
            _ => text,
        };
        if (scheme is "ssh" or "fd")
        {
            problem = $"{origin} names {text}: {scheme} is not supported; forward the socket and name it with unix://";
            return null;
        }

        if (address.StartsWith("tcp://", StringComparison.Ordinal))
        {
            address = (certificates is null ? "http://" : "https://") + address["tcp://".Length..];
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("unix" or "npipe" or "http" or "https"))
        {
            problem = $"{origin} names {text}, which is no address of an engine";
            return null;
        }

        if (uri.Scheme is "http" or "https" && uri.IsDefaultPort && !NamesPort(address))
        {
            uri = new UriBuilder(uri) { Port = uri.Scheme == "https" ? 2376 : 2375 }.Uri;
        }

        return new EngineAddress(uri, origin) { CertificateFolder = uri.Scheme == "https" ? certificates : null, Read = _read };
    }

    // tcp://build:80 means 80, and tcp://build the port of engines.
    private static bool NamesPort(string address)
    {
        var authority = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/')[0];
        return authority.LastIndexOf(':') > authority.LastIndexOf(']');
    }

    private string? CurrentContext() =>
        ReadJson(Path.Combine(ConfigFolder, "config.json")) is { } config && config.TryGetProperty("currentContext", out var name)
            && name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 } text ? text : null;

    // Contexts lie in folders named by the digest of their name (docker/cli, cli/context/store).
    private EngineAddress? Context(string name, out string? problem)
    {
        var folder = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var origin = $"context {name}";
        if (ReadJson(Path.Combine(ConfigFolder, "contexts", "meta", folder, "meta.json")) is not { } meta
            || !meta.TryGetProperty("Endpoints", out var endpoints) || endpoints.ValueKind != JsonValueKind.Object
            || !endpoints.TryGetProperty("docker", out var docker) || docker.ValueKind != JsonValueKind.Object
            || !docker.TryGetProperty("Host", out var host) || host.GetString() is not { Length: > 0 } text)
        {
            problem = $"there is no docker context {name} in {ConfigFolder}";
            return null;
        }

        var keys = Path.Combine(ConfigFolder, "contexts", "tls", folder, "docker");
        var isUnchecked = docker.TryGetProperty("SkipTLSVerify", out var skip) && skip.ValueKind == JsonValueKind.True;
        return Parse(text, origin, isUnchecked || Directory.Exists(keys) ? keys : null, out problem) is { } address
            ? address with { IsUnchecked = isUnchecked } : null;
    }

    private JsonElement? ReadJson(string path)
    {
        if (_read(path) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IEnumerable<EngineAddress> DefaultSockets()
    {
        if (OperatingSystem.IsWindows())
        {
            yield return new EngineAddress(new Uri("npipe://./pipe/docker_engine"), "Docker's default pipe");
            yield break;
        }

        var runtime = _variable("XDG_RUNTIME_DIR");
        (string? Folder, string Path, string Origin)[] places =
        [
            ("/", "var/run/docker.sock", "Docker's default socket"),
            (runtime, "docker.sock", "rootless Docker"),
            (_home, ".docker/run/docker.sock", "Docker Desktop"),
            (_home, ".docker/desktop/docker.sock", "Docker Desktop"),
            (_home, ".colima/default/docker.sock", "Colima"),
            (_home, ".rd/docker.sock", "Rancher Desktop"),
            (_home, ".orbstack/run/docker.sock", "OrbStack"),
            (runtime, "podman/podman.sock", "rootless Podman"),
            ("/", "run/podman/podman.sock", "Podman"),
        ];
        foreach (var (folder, path, origin) in places)
        {
            if (folder is not null)
            {
                yield return new EngineAddress(new Uri("unix://" + Path.Combine(folder, path)), origin);
            }
        }
    }
}
