using System.Text;
using System.Text.Json;

namespace Dockerlint.Linting.Config;

/// <summary>Writes the JSON Schema of the configuration file.</summary>
public static class ConfigSchema
{
    /// <summary>The schema (draft 2020-12) as indented JSON with a final line feed.</summary>
    /// <param name="rules">The rules there are.</param>
    public static string Write(IReadOnlyList<RuleInfo> rules)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer,
            new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "Dockerlint configuration");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            Properties(json, ConfigKeys.All, isOverride: false);
            json.WriteStartObject("$defs");
            json.WriteStartObject("rules");
            Rules(json, rules);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    private static void Properties(Utf8JsonWriter json, IEnumerable<ConfigKey> keys, bool isOverride)
    {
        json.WriteStartObject("properties");
        if (isOverride)
        {
            json.WriteStartObject("paths");
            json.WriteString("description", "Patterns of paths relative to the folder of the configuration, as in a .gitignore.");
            TextsBody(json);
            json.WriteEndObject();
        }

        foreach (var key in keys)
        {
            json.WriteStartObject(key.Name);
            json.WriteString("description", key.Summary);
            Shape(json, key.Shape);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Shape(Utf8JsonWriter json, ConfigShape shape)
    {
        switch (shape.Kind)
        {
            case ConfigShapeKind.Bool:
                json.WriteString("type", "boolean");
                break;
            case ConfigShapeKind.Text:
                json.WriteString("type", "string");
                break;
            case ConfigShapeKind.Images:
                Images(json);
                break;
            case ConfigShapeKind.CustomRules:
                CustomRules(json);
                break;
            case ConfigShapeKind.Verify:
                Verify(json);
                break;
            case ConfigShapeKind.Number:
                json.WriteString("type", "integer");
                break;
            case ConfigShapeKind.Choice:
                Enum(json, shape.Choices);
                break;
            case ConfigShapeKind.Texts or ConfigShapeKind.Selectors:
                TextsBody(json, shape.Choices);
                break;
            case ConfigShapeKind.TextMap:
                json.WriteString("type", "object");
                json.WriteStartObject("additionalProperties");
                json.WriteStartArray("type");
                json.WriteStringValue("string");
                json.WriteStringValue("number");
                json.WriteStringValue("boolean");
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case ConfigShapeKind.ChoiceMap:
                json.WriteString("type", "object");
                json.WriteStartObject("additionalProperties");
                Enum(json, shape.Choices);
                json.WriteEndObject();
                break;
            case ConfigShapeKind.Format:
                json.WriteString("type", "object");
                json.WriteBoolean("additionalProperties", false);
                json.WriteStartObject("properties");
                FormatKey.All.ToList().ForEach(key => Format(json, key));
                json.WriteEndObject();
                break;
            case ConfigShapeKind.Rules:
                json.WriteString("$ref", "#/$defs/rules");
                break;
            case ConfigShapeKind.Overrides:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                json.WriteString("type", "object");
                json.WriteBoolean("additionalProperties", false);
                json.WriteStartArray("required");
                json.WriteStringValue("paths");
                json.WriteEndArray();
                Properties(json, ConfigKeys.All.Where(key => key.IsPerFile), isOverride: true);
                json.WriteEndObject();
                break;
        }
    }

    private static void Format(Utf8JsonWriter json, FormatKey key)
    {
        json.WriteStartObject(key.Name);
        json.WriteString("description", key.Summary);
        if (key.Choices is ["true", ..])
        {
            json.WriteString("type", "boolean");
        }
        else if (key.Most == 0)
        {
            Enum(json, key.Choices);
        }
        else
        {
            json.WriteStartArray("type");
            json.WriteStringValue("integer");
            key.Choices.Take(1).ToList().ForEach(_ => json.WriteStringValue("string"));
            json.WriteEndArray();
            json.WriteNumber("minimum", key.Least);
            json.WriteNumber("maximum", key.Most);
            if (key.Choices.Count > 0)
            {
                json.WriteString("pattern", $"^({string.Join('|', key.Choices)})$");
            }
        }

        json.WriteEndObject();
    }

    private static void Verify(Utf8JsonWriter json)
    {
        Options(VerifyKeys.All, () =>
        {
            Described(json, VerifyKeys.Run, "How the container is run.", () => Options(VerifyKeys.Running, static () => { }));
            Described(json, VerifyKeys.Expect, "What is expected of the image: files, commands, metadata.",
                () => json.WriteString("type", "object"));
            Described(json, VerifyKeys.Accept, "Findings that are accepted, each with a rule, a part of its message and a reason.", () =>
                Mappings(json, ["rule", "reason"], () =>
                {
                    foreach (var name in (string[])["rule", "match", "reason"])
                    {
                        json.WriteStartObject(name);
                        json.WriteString("type", "string");
                        json.WriteEndObject();
                    }
                }));
        });

        void Options(IReadOnlyList<(string Name, string Summary, ConfigShape Shape)> keys, Action more)
        {
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            foreach (var (name, summary, shape) in keys)
            {
                Described(json, name, summary, () => Value(name, shape));
            }

            more();
            json.WriteEndObject();
        }

        // A size, a number of seconds and the like may stand without quotes; variables as a mapping.
        void Value(string name, ConfigShape shape)
        {
            if (shape.Kind == ConfigShapeKind.Text)
            {
                json.WriteStartArray("type");
                json.WriteStringValue("string");
                json.WriteStringValue("number");
                json.WriteEndArray();
            }
            else if (name is "env" or "build-arg")
            {
                json.WriteStartArray("type");
                json.WriteStringValue("string");
                json.WriteStringValue("array");
                json.WriteStringValue("object");
                json.WriteEndArray();
            }
            else
            {
                Shape(json, shape);
            }
        }
    }

    private static void Images(Utf8JsonWriter json) => Mappings(json, [ConfigImageTable.Name], () =>
    {
        Property(ConfigImageTable.Name,
            "The name of images as a FROM would write it, with * for any characters; a tag may stand behind a colon.", ConfigShape.Text);
        Property(ConfigImageTable.Like, "An image whose facts hold where nothing is told here.", ConfigShape.Text);
        foreach (var fact in ConfigImageTable.Facts)
        {
            Property(fact.Name, fact.Summary, fact.Shape);
        }

        void Property(string name, string summary, ConfigShape shape) => Described(json, name, summary, () => Shape(json, shape));
    });

    private static void CustomRules(Utf8JsonWriter json) => Mappings(json, ["code", "message"], () =>
    {
        foreach (var (name, summary, shape) in ConfigCustomRuleTable.Facts)
        {
            Described(json, name, summary, () => Shape(json, shape));
        }

        foreach (var (demand, (_, summary)) in ConfigCustomRuleTable.Demands)
        {
            Described(json, demand, summary, () =>
            {
                json.WriteString("type", "object");
                json.WriteBoolean("additionalProperties", false);
                json.WriteStartObject("properties");
                foreach (var key in ConfigCustomRuleKey.All)
                {
                    Described(json, key.Name, key.Summary, () => Patterns(json));
                }

                json.WriteEndObject();
            });
        }
    });

    // A list of mappings, each with these keys at least.
    private static void Mappings(Utf8JsonWriter json, string[] required, Action properties)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartArray("required");
        Array.ForEach(required, json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        properties();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Described(Utf8JsonWriter json, string name, string summary, Action body)
    {
        json.WriteStartObject(name);
        json.WriteString("description", summary);
        body();
        json.WriteEndObject();
    }

    // A pattern or a list of them; YAML reads 22 and true as no text.
    private static void Patterns(Utf8JsonWriter json)
    {
        json.WriteStartArray("type");
        foreach (var type in new[] { "array", "string", "number", "boolean" })
        {
            json.WriteStringValue(type);
        }

        json.WriteEndArray();
        json.WriteStartObject("items");
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("number");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Rules(Utf8JsonWriter json, IReadOnlyList<RuleInfo> rules)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var rule in rules)
        {
            json.WriteStartObject(rule.Id);
            json.WriteString("description", $"{rule.Name}: {rule.Doc.Summary}");
            json.WriteStartArray("anyOf");
            json.WriteStartObject();
            Enum(json, ConfigNames.Severities.Keys);
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            json.WriteStartObject("severity");
            Enum(json, ConfigNames.Severities.Keys);
            json.WriteEndObject();
            foreach (var option in rule.Options)
            {
                Option(json, option);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Option(Utf8JsonWriter json, RuleOption option)
    {
        json.WriteStartObject(option.Name);
        json.WriteString("description", option.Summary);
        switch (option.DefaultValue)
        {
            case bool value:
                json.WriteString("type", "boolean");
                json.WriteBoolean("default", value);
                break;
            case int value:
                json.WriteString("type", "integer");
                json.WriteNumber("default", value);
                break;
            case string value:
                json.WriteString("type", "string");
                json.WriteString("default", value);
                break;
            case IReadOnlyList<string> values:
                TextsBody(json);
                json.WriteStartArray("default");
                foreach (var value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    private static void Enum(Utf8JsonWriter json, IEnumerable<string> choices)
    {
        json.WriteStartArray("enum");
        foreach (var choice in choices)
        {
            json.WriteStringValue(choice);
        }

        json.WriteEndArray();
    }

    private static void TextsBody(Utf8JsonWriter json, IReadOnlyCollection<string>? choices = null)
    {
        json.WriteStartArray("type");
        json.WriteStringValue("array");
        json.WriteStringValue("string");
        json.WriteEndArray();
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        if (choices is { Count: > 0 })
        {
            Enum(json, choices);
        }

        json.WriteEndObject();
    }
}
