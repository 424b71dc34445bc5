using System.Collections.Immutable;
using Dockerlint.LanguageServer.Documents;

namespace Dockerlint.LanguageServer;

/// <summary>What a request sees: everything as it was when it came.</summary>
/// <param name="Documents">The open documents by their addresses.</param>
/// <param name="Client">What the client can do.</param>
/// <param name="Cancellation">Whether the client still wants the answer.</param>
internal sealed record RequestScope(
    ImmutableDictionary<string, OpenDocument> Documents, ClientCapabilities Client, CancellationToken Cancellation)
{
    /// <summary>An open Dockerfile; null for anything else.</summary>
    internal OpenDocument? Dockerfile(string uri) =>
        Documents.GetValueOrDefault(uri) is { Kind: DocumentKind.Dockerfile } document ? document : null;
}
