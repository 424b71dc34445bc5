using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A command that a client can send.</summary>
internal sealed record Command(
    string Title, [property: JsonPropertyName("command")] string Name,
    JsonArray? Arguments = null);
