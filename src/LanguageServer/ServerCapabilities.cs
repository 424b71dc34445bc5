using System.Text.Json.Nodes;
using Dockerlint.LanguageServer.Features;
using Dockerlint.LanguageServer.Text;

namespace Dockerlint.LanguageServer;

/// <summary>What the server tells of itself.</summary>
internal static class ServerCapabilities
{
    internal static JsonObject Write(ClientCapabilities client, string version)
    {
        var capabilities = new JsonObject
        {
            ["positionEncoding"] = client.Encoding == PositionEncoding.Utf8 ? "utf-8" : "utf-16",
            ["textDocumentSync"] = new JsonObject
            {
                ["openClose"] = true,
                ["change"] = 2,
                ["save"] = new JsonObject { ["includeText"] = false },
            },
            ["hoverProvider"] = true,
            ["completionProvider"] = new JsonObject { ["triggerCharacters"] = Texts("-", "=", ",", "$", "{", "/", ":", " ", "#") },
            ["signatureHelpProvider"] = new JsonObject { ["triggerCharacters"] = Texts(" ", "=", ",") },
            ["definitionProvider"] = true,
            ["referencesProvider"] = true,
            ["documentHighlightProvider"] = true,
            ["documentSymbolProvider"] = true,
            ["codeActionProvider"] = new JsonObject
            {
                ["codeActionKinds"] = Texts(CodeActionFeature.QuickFix, CodeActionFeature.FixAll, CodeActionFeature.Rewrite),
            },
            ["codeLensProvider"] = new JsonObject { ["resolveProvider"] = false },
            ["documentLinkProvider"] = new JsonObject { ["resolveProvider"] = false },
            ["documentFormattingProvider"] = true,
            ["documentRangeFormattingProvider"] = true,
            ["documentOnTypeFormattingProvider"] = new JsonObject { ["firstTriggerCharacter"] = "\n" },
            ["renameProvider"] = new JsonObject { ["prepareProvider"] = true },
            ["foldingRangeProvider"] = true,
            ["selectionRangeProvider"] = true,
            ["linkedEditingRangeProvider"] = true,
            ["callHierarchyProvider"] = true,
            ["semanticTokensProvider"] = new JsonObject
            {
                ["legend"] = new JsonObject
                {
                    ["tokenTypes"] = Texts([.. SemanticTokenFeature.Types]),
                    ["tokenModifiers"] = Texts([.. SemanticTokenFeature.Modifiers]),
                },
                ["range"] = false,
                ["full"] = true,
            },
            ["inlayHintProvider"] = true,
            ["executeCommandProvider"] = new JsonObject { ["commands"] = Texts([.. ServerCommands.Names]) },
            ["workspace"] = new JsonObject
            {
                ["workspaceFolders"] = new JsonObject { ["supported"] = true, ["changeNotifications"] = true },
            },
        };
        if (client.PullsDiagnostics)
        {
            capabilities["diagnosticProvider"] = new JsonObject
            {
                ["identifier"] = "dockerlint",
                ["interFileDependencies"] = true,
                ["workspaceDiagnostics"] = false,
            };
        }

        return new JsonObject
        {
            ["capabilities"] = capabilities,
            ["serverInfo"] = new JsonObject { ["name"] = "dockerlint", ["version"] = version },
        };
    }

    private static JsonArray Texts(params ReadOnlySpan<string> texts)
    {
        var array = new JsonArray();
        foreach (var text in texts)
        {
            array.Add((JsonNode)text);
        }

        return array;
    }
}
