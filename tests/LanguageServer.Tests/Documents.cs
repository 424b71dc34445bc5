using System.Text.Json.Nodes;

namespace Dockerlint.Tests.LanguageServer;

/// <summary>Short ways to write parameters, and to apply edits as a client does.</summary>
internal static class Documents
{
    internal const string Uri = "file:///nowhere/Dockerfile";

    internal static JsonObject Of(string uri = Uri) => new() { ["textDocument"] = new JsonObject { ["uri"] = uri } };

    internal static JsonObject At(int line, int character, string uri = Uri)
    {
        var parameters = Of(uri);
        parameters["position"] = Position(line, character);
        return parameters;
    }

    /// <summary>The place in front of a text, or a number of characters behind its start.</summary>
    internal static JsonObject At(string text, string part, int plus = 0, string uri = Uri)
    {
        var offset = text.IndexOf(part, StringComparison.Ordinal) + plus;
        var line = text[..offset].Count(c => c == '\n');
        return At(line, offset - (text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1), uri);
    }

    internal static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    internal static JsonObject Range(int line, int character, int endLine, int endCharacter) =>
        new() { ["start"] = Position(line, character), ["end"] = Position(endLine, endCharacter) };

    internal static JsonObject Actions(int line, string? only = null, string uri = Uri)
    {
        var parameters = Of(uri);
        parameters["range"] = Range(line, 0, line, 1000);
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray() };
        if (only is not null)
        {
            parameters["context"]!["only"] = new JsonArray((JsonNode)only);
        }

        return parameters;
    }

    /// <summary>A text with edits applied, from the last to the first.</summary>
    internal static string Apply(string text, JsonArray edits)
    {
        foreach (var edit in edits.OrderByDescending(edit => Offset(text, edit!["range"]!["start"]!)))
        {
            var (start, end) = (Offset(text, edit!["range"]!["start"]!), Offset(text, edit["range"]!["end"]!));
            text = text[..start] + edit["newText"]!.GetValue<string>() + text[end..];
        }

        return text;
    }

    private static int Offset(string text, JsonNode position)
    {
        var offset = 0;
        for (var line = position["line"]!.GetValue<int>(); line > 0; line--)
        {
            offset = text.IndexOf('\n', offset) is var end && end < 0 ? text.Length : end + 1;
        }

        return Math.Min(text.Length, offset + position["character"]!.GetValue<int>());
    }
}
