using System.Text.Json;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Linting.Config;

namespace Dockerlint.LanguageServer.Features;

/// <summary>Keys and values of a configuration file, out of its schema.</summary>
internal static class ConfigurationCompletion
{
    internal static IEnumerable<CompletionItem> At(OpenDocument document, int offset, RequestScope scope)
    {
        var items = new CompletionItems(document, offset, scope.Client);
        using var schema = JsonDocument.Parse(ConfigSchema.Write([.. RuleBook.All, .. document.Files.OtherRules]));
        var properties = schema.RootElement.GetProperty("properties");
        var line = document.Positions.LineOf(offset);
        var text = document.Text[document.Positions.LineSpan(line).Start..offset];
        var typed = text[(text.LastIndexOfAny([' ', '[', ',', '\t']) + 1)..];
        var indent = text.Length - text.TrimStart().Length;
        var found = new List<CompletionItem>();
        if (indent == 0 && !text.Contains(':', StringComparison.Ordinal))
        {
            foreach (var key in properties.EnumerateObject())
            {
                found.Add(items.Of(key.Name, CompletionItems.Property, typed.Length, null, Description(key.Value), key.Name + ": "));
            }

            return found;
        }

        var owner = OwnerOf(document, line, text);
        if (owner == "rules" && !text.Contains(':', StringComparison.Ordinal))
        {
            foreach (var rule in schema.RootElement.GetProperty("$defs").GetProperty("rules").GetProperty("properties").EnumerateObject())
            {
                found.Add(items.Of(rule.Name, CompletionItems.Rule, typed.Length, null, Description(rule.Value), rule.Name + ": "));
            }
        }
        else if (owner is "ignore" or "select")
        {
            found.AddRange(RuleBook.All.Select(rule => items.Of(rule.Id, CompletionItems.Rule, typed.Length, rule.Name, rule.Doc.Summary)));
        }
        else
        {
            var values = owner == "rules" ? ConfigNames.Severities.Keys
                : properties.TryGetProperty(owner, out var shape) ? Choices(shape) : [];
            found.AddRange(values.Select(value => items.Of(value, CompletionItems.Value, typed.Length)));
        }

        return found;
    }

    // The key on the line itself, or the nearest one above that stands at the margin.
    private static string OwnerOf(OpenDocument document, int line, string text)
    {
        for (; line >= 0; line--)
        {
            var span = document.Positions.LineSpan(line);
            var content = document.Text.AsSpan(span.Start, span.Length);
            if (content.IndexOf(':') is var colon && colon > 0 && content[0] is not (' ' or '\t' or '#' or '-'))
            {
                return content[..colon].Trim().ToString();
            }
        }

        return text.Trim();
    }

    private static IEnumerable<string> Choices(JsonElement shape) =>
        shape.TryGetProperty("enum", out var choices) ? [.. choices.EnumerateArray().Select(choice => choice.GetString()!)]
        : shape.TryGetProperty("items", out var items) && items.TryGetProperty("enum", out var each)
            ? [.. each.EnumerateArray().Select(choice => choice.GetString()!)]
        : shape.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("boolean")
            ? ["true", "false"] : [];

    private static string? Description(JsonElement shape) =>
        shape.TryGetProperty("description", out var text) ? text.GetString() : null;
}
