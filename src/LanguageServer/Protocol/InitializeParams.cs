using System.Text.Json;

namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What a client says of itself.</summary>
internal sealed record InitializeParams(
    JsonElement Capabilities, JsonElement? InitializationOptions = null,
    WorkspaceFolder[]? WorkspaceFolders = null, string? RootUri = null);
