using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Wire;

namespace Dockerlint.LanguageServer;

/// <summary>What the server asks of its client, from whatever thread, and what is to be done with the answers.</summary>
/// <param name="writer">Where the questions go.</param>
internal sealed class ClientQuestions(MessageWriter writer)
{
    private static readonly string[] s_watched =
    [
        "**/.dockerlint.{yaml,yml}", "**/.hadolint.{yaml,yml}", "**/{.dockerignore,*.dockerignore}", "**/.editorconfig",
        "**/{compose,docker-compose}*.{yaml,yml}", "**/{Dockerfile,Containerfile}*", "**/.git/HEAD",
    ];

    private readonly Dictionary<int, Action<JsonElement>> _asked = [];

    /// <summary>Asks something.</summary>
    internal void Ask<T>(string method, T? parameters, JsonTypeInfo<T> type, Action<JsonElement>? then = null)
        where T : class
    {
        // The reading thread cannot come to the answer before the question is noted.
        lock (_asked)
        {
            var number = writer.Ask(method, parameters, type);
            if (then is not null)
            {
                _asked[number] = then;
            }
        }
    }

    /// <summary>What is to be done with an answer; null when nothing is.</summary>
    internal Action<JsonElement>? Take(JsonElement id)
    {
        lock (_asked)
        {
            return id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) && _asked.Remove(number, out var then)
                ? then : null;
        }
    }

    /// <summary>Asks to be told of changed files.</summary>
    internal void RegisterWatchers(ClientCapabilities client)
    {
        if (client.WatchesFiles)
        {
            Ask("client/registerCapability", new RegistrationParams([new Registration(
                "dockerlint-files", "workspace/didChangeWatchedFiles",
                new WatchOptions([.. s_watched.Select(pattern => new FileWatcher(pattern))]))]),
                ProtocolJson.Default.RegistrationParams);
        }
    }

    /// <summary>Has the client ask again for findings, or for what is said of the cache.</summary>
    internal void Refresh(ClientCapabilities client, bool lenses)
    {
        foreach (var (isUnderstood, method) in new[]
        {
            (!lenses && client.RefreshesDiagnostics, "workspace/diagnostic/refresh"),
            (lenses && client.RefreshesLenses, "workspace/codeLens/refresh"),
            (lenses && client.RefreshesHints, "workspace/inlayHint/refresh"),
        })
        {
            if (isUnderstood)
            {
                Ask(method, null, ProtocolJson.Default.JsonObject);
            }
        }
    }
}
