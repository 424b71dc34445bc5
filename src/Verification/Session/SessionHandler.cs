namespace Dockerlint.Verification;

/// <summary>Names the session in a request for a build, which the client package has no parameter for.</summary>
internal sealed class SessionHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // Of the flow that builds, so that builds side by side keep their own.
    private static readonly AsyncLocal<string?> s_session = new();

    internal static string? Session
    {
        get => s_session.Value;
        set => s_session.Value = value;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Session is { } session && request.RequestUri is { } uri && uri.AbsolutePath.EndsWith("/build", StringComparison.Ordinal))
        {
            request.RequestUri = new Uri(uri.OriginalString + (uri.Query.Length > 0 ? "&" : "?") + "session=" + session);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
