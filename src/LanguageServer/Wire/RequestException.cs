namespace Dockerlint.LanguageServer.Wire;

/// <summary>Ends a request with an error that the client is told: the protocol's way of a refusal, thrown by handlers only.</summary>
/// <param name="code">The code.</param>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class RequestException(int code, string message) : Exception(message)
{
    /// <summary>The code.</summary>
    internal int Code { get; } = code;
}
