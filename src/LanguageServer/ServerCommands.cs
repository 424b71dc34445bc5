using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Features;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Wire;
using Dockerlint.Reporting;
using Dockerlint.Session;

namespace Dockerlint.LanguageServer;

/// <summary>The commands that a client can send.</summary>
internal static class ServerCommands
{
    internal const string CacheReportName = "dockerlint.cacheReport";
    internal const string ExplainRuleName = "dockerlint.explainRule";
    internal const string FixAllName = "dockerlint.fixAll";

    internal static IReadOnlyList<string> Names { get; } = [CacheReportName, ExplainRuleName, FixAllName];

    internal static JsonNode? Run(
        CommandParams parameters, RequestScope scope, ServerHost host, CacheFeature cache, Action<string, WorkspaceEdit> apply)
    {
        var argument = parameters.Arguments is [{ ValueKind: JsonValueKind.String } first, ..] ? first.GetString()! : null;
        return parameters.Command switch
        {
            CacheReportName => CacheReportOf(Document(argument, scope), host, cache),
            ExplainRuleName => Explain(argument),
            FixAllName => FixAll(Document(argument, scope), apply),
            _ => throw new RequestException(ErrorCode.InvalidParams, $"there is no command {parameters.Command}"),
        };
    }

    private static OpenDocument Document(string? uri, RequestScope scope) => (uri is null ? null : scope.Dockerfile(uri))
        ?? throw new RequestException(ErrorCode.InvalidParams, "the command needs the address of an open Dockerfile");

    private static JsonObject CacheReportOf(OpenDocument document, ServerHost host, CacheFeature cache)
    {
        if (cache.Optimize(document, out var problem) is not { } found)
        {
            throw new RequestException(ErrorCode.RequestFailed, $"there is no report on the cache: {problem}");
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        CachePage.Write(Path.GetFileName(document.Path), host.Version, found, writer);
        return new JsonObject { ["title"] = $"Cache of {Path.GetFileName(document.Path)}", ["html"] = writer.ToString() };
    }

    private static JsonObject Explain(string? code) => code is not null && RuleBook.FindByAnyName(code) is { } rule
        ? new JsonObject { ["title"] = $"{rule.Id} {rule.Name}", ["markdown"] = RuleDocWriter.Explain(rule) }
        : throw new RequestException(ErrorCode.InvalidParams, $"there is no rule {code}");

    private static JsonNode? FixAll(OpenDocument document, Action<string, WorkspaceEdit> apply)
    {
        if (CodeActionFeature.AllFixes(document).FirstOrDefault() is { Edit: { } edit } action)
        {
            apply(action.Title, edit);
            return JsonValue.Create(true);
        }

        return JsonValue.Create(false);
    }
}
