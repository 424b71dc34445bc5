using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dockerlint.Tests.LanguageServer;

/// <summary>
/// The form of answers: a JSON schema made of the types of npm vscode-languageserver-protocol (MIT), cut down to what the server says.
/// </summary>
internal static class ProtocolSchema
{
    private static readonly JsonNode s_schema = Read();

    /// <summary>What is wrong with an answer or a notification of a method; null when nothing is.</summary>
    internal static string? Fault(string method, string part, JsonNode? value) =>
        s_schema["methods"]?[method]?[part]?.GetValue<string>() is { } name ? Fault(s_schema["definitions"]![name]!, value, method) : null;

    internal static bool Knows(string method) => s_schema["methods"]?[method] is not null;

    private static JsonNode Read()
    {
        using var stream = typeof(ProtocolSchema).Assembly.GetManifestResourceStream("protocol.schema.json")!;
        return JsonNode.Parse(stream)!;
    }

    private static string? Fault(JsonNode schema, JsonNode? value, string place)
    {
        if (schema is not JsonObject rules)
        {
            return schema.GetValue<bool>() ? null : $"{place} must not be there";
        }

        if (rules["$ref"]?.GetValue<string>() is { } reference)
        {
            return Fault(s_schema["definitions"]![Uri.UnescapeDataString(reference["#/definitions/".Length..])]!, value, place);
        }

        if (rules["anyOf"] is JsonArray choices)
        {
            var faults = choices.Select(choice => Fault(choice!, value, place)).ToList();
            return faults.Contains(null) ? null : string.Join("; or ", faults.Take(4));
        }

        if (rules["not"] is { } not && Fault(not, value, place) is null)
        {
            return $"{place} is what it must not be";
        }

        if (rules["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
        {
            return $"{place} is not {constant}";
        }

        if (rules["enum"] is JsonArray values && !values.Any(known => JsonNode.DeepEquals(known, value)))
        {
            return $"{place} is none of {values.ToJsonString()}";
        }

        var types = rules["type"] is JsonArray several ? [.. several.Select(type => type!.GetValue<string>())]
            : rules["type"] is { } one ? new[] { one.GetValue<string>() } : [];
        if (types.Length > 0 && !types.Any(type => IsOf(type, value)))
        {
            return $"{place} is no {string.Join(" or ", types)}: {value?.ToJsonString() ?? "null"}";
        }

        return value switch
        {
            JsonObject record => OfObject(rules, record, place),
            JsonArray array => OfArray(rules, array, place),
            JsonValue number when number.TryGetValue<double>(out var n) && (n < (rules["minimum"]?.GetValue<double>() ?? n)
                || n > (rules["maximum"]?.GetValue<double>() ?? n)) => $"{place} is out of range: {n}",
            JsonValue text when rules["pattern"] is { } pattern && text.TryGetValue<string>(out var s)
                && !Regex.IsMatch(s, pattern.GetValue<string>()) => $"{place} does not match {pattern}",
            _ => null,
        };
    }

    private static string? OfObject(JsonObject rules, JsonObject record, string place)
    {
        foreach (var required in rules["required"]?.AsArray() ?? [])
        {
            if (!record.ContainsKey(required!.GetValue<string>()))
            {
                return $"{place} has no {required}";
            }
        }

        foreach (var (name, value) in record)
        {
            var schema = rules["properties"]?[name] ?? rules["additionalProperties"];
            if (schema is JsonValue flag && !flag.GetValue<bool>())
            {
                return $"{place} has {name}, which is not known";
            }

            if (schema is not null && Fault(schema, value, $"{place}.{name}") is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? OfArray(JsonObject rules, JsonArray array, string place)
    {
        if (array.Count < (rules["minItems"]?.GetValue<int>() ?? 0) || array.Count > (rules["maxItems"]?.GetValue<int>() ?? int.MaxValue))
        {
            return $"{place} has {array.Count} items";
        }

        for (var i = 0; i < array.Count; i++)
        {
            var schema = rules["items"] is JsonArray each ? i < each.Count ? each[i] : null : rules["items"];
            if (schema is not null && Fault(schema, array[i], $"{place}[{i}]") is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
        "integer" => value is JsonValue whole && whole.TryGetValue<long>(out _),
        "number" => value is JsonValue number && number.TryGetValue<double>(out _),
        _ => false,
    };
}
