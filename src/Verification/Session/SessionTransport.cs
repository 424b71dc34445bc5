using Docker.DotNet.Handler.Abstractions;
using Microsoft.Extensions.Logging;

namespace Dockerlint.Verification;

/// <summary>The client package's transport for an address, with a <see cref="SessionHandler"/> in front of it.</summary>
internal sealed class SessionTransport(string scheme) : IDockerHandlerFactory<SessionTransportOptions>, IStreamHijacker
{
    private IDockerHandlerFactory Inner => scheme switch
    {
        "unix" => Docker.DotNet.Unix.DockerHandlerFactory.Instance,
        "npipe" => Docker.DotNet.NPipe.DockerHandlerFactory.Instance,
        _ => Docker.DotNet.NativeHttp.DockerHandlerFactory.Instance,
    };

    public ResolvedTransport CreateHandler(ResolvedClientOptions clientOptions, ILogger logger)
    {
        var (handler, endpoint) = Inner.CreateHandler(clientOptions, logger);
        return new ResolvedTransport(new SessionHandler(handler), endpoint);
    }

    public ResolvedTransport CreateHandler(SessionTransportOptions transportOptions, ResolvedClientOptions clientOptions, ILogger logger) =>
        CreateHandler(clientOptions, logger);

    public Task<WriteClosableStream> HijackStreamAsync(HttpContent content) => ((IStreamHijacker)Inner).HijackStreamAsync(content);
}
