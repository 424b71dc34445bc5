using System.Text.Json;
using Dockerlint.LanguageServer.Text;

namespace Dockerlint.LanguageServer;

/// <summary>What the client can do, as far as the server asks.</summary>
internal sealed record ClientCapabilities
{
    /// <summary>What a client can that says nothing.</summary>
    internal static ClientCapabilities None { get; } = new();

    internal PositionEncoding Encoding { get; private init; }

    /// <summary>Whether it asks for findings itself.</summary>
    internal bool PullsDiagnostics { get; private init; }

    internal bool RefreshesDiagnostics { get; private init; }

    internal bool RefreshesLenses { get; private init; }

    internal bool RefreshesHints { get; private init; }

    internal bool HasMarkdown { get; private init; }

    internal bool HasSnippets { get; private init; }

    internal bool WatchesFiles { get; private init; }

    internal bool AnswersConfiguration { get; private init; }

    /// <summary>Whether changes of a workspace may make files.</summary>
    internal bool CreatesFiles { get; private init; }

    internal bool AppliesEdits { get; private init; }

    /// <summary>Reads what the client says; what is not as the protocol has it counts as not said.</summary>
    internal static ClientCapabilities Read(JsonElement said)
    {
        var isUtf8 = At(said, "general", "positionEncodings") is { ValueKind: JsonValueKind.Array } encodings
            && encodings.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } first && first.ValueEquals("utf-8");
        return new ClientCapabilities
        {
            Encoding = isUtf8 ? PositionEncoding.Utf8 : PositionEncoding.Utf16,
            PullsDiagnostics = At(said, "textDocument", "diagnostic") is { ValueKind: JsonValueKind.Object },
            RefreshesDiagnostics = Is(said, "workspace", "diagnostics", "refreshSupport"),
            RefreshesLenses = Is(said, "workspace", "codeLens", "refreshSupport"),
            RefreshesHints = Is(said, "workspace", "inlayHint", "refreshSupport"),
            HasMarkdown = Has(said, "markdown", "textDocument", "hover", "contentFormat"),
            HasSnippets = Is(said, "textDocument", "completion", "completionItem", "snippetSupport"),
            WatchesFiles = Is(said, "workspace", "didChangeWatchedFiles", "dynamicRegistration"),
            AnswersConfiguration = Is(said, "workspace", "configuration"),
            CreatesFiles = Is(said, "workspace", "workspaceEdit", "documentChanges")
                && Has(said, "create", "workspace", "workspaceEdit", "resourceOperations"),
            AppliesEdits = Is(said, "workspace", "applyEdit"),
        };
    }

    private static bool Is(JsonElement said, params ReadOnlySpan<string> path) => At(said, path) is { ValueKind: JsonValueKind.True };

    private static bool Has(JsonElement said, string value, params ReadOnlySpan<string> path) =>
        At(said, path) is { ValueKind: JsonValueKind.Array } list
        && list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(value));

    private static JsonElement? At(JsonElement said, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (said.ValueKind != JsonValueKind.Object || !said.TryGetProperty(name, out said))
            {
                return null;
            }
        }

        return said;
    }
}
