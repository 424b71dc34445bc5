using System.Net.Sockets;
using Docker.DotNet;

namespace Dockerlint.Verification;

/// <summary>The engine does not do its part: it is gone, refuses, or breaks off. The message is meant for a person.</summary>
public sealed class EngineException : Exception
{
    /// <summary>A problem.</summary>
    public EngineException(string message)
        : base(message)
    {
    }

    /// <summary>A problem with its cause.</summary>
    public EngineException(string message, Exception cause)
        : base(message, cause)
    {
    }

    internal static bool IsCausedByEngine(Exception exception) =>
        exception is DockerApiException or HttpRequestException or IOException or SocketException or TimeoutException
            or ObjectDisposedException
            or System.Text.Json.JsonException or InvalidOperationException { Source: "System.Net.Http" };

    internal static EngineException From(string doing, Exception exception) => exception switch
    {
        EngineException known => known,
        DockerApiException api => new EngineException($"{doing}: the engine says: {MessageOf(api)}", exception),
        _ => new EngineException($"{doing}: the connection to the engine broke: {WordsOf(Innermost(exception))}", exception),
    };

    internal static string MessageOf(DockerApiException exception)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(exception.ResponseBody ?? "");
            if (document.RootElement.TryGetProperty("message", out var message) && message.GetString() is { } text)
            {
                return text.Trim();
            }
        }
        catch (Exception problem) when (problem is System.Text.Json.JsonException or InvalidOperationException)
        {
            // No JSON: the body as it is.
        }

        return string.IsNullOrWhiteSpace(exception.ResponseBody) ? exception.StatusCode.ToString() : exception.ResponseBody.Trim();
    }

    // What a reader of HTTP or of a list says of an answer that breaks off is not meant for people.
    private static string WordsOf(Exception exception) =>
        exception is SocketException or TimeoutException || exception.Source is "System.Net.Sockets" ? exception.Message
        : exception is ObjectDisposedException ? "it was closed" : "its answer breaks off, or makes no sense";

    private static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }
}
