using System.Text.Json;

namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A command to run.</summary>
internal sealed record CommandParams(string Command, JsonElement[]? Arguments = null);
