using System.Text;
using System.Text.Json;
using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>Writes the rules as an array of JSON objects, for other programs.</summary>
public static class RuleJsonWriter
{
    /// <summary>All of them, in order.</summary>
    public static string Write(IEnumerable<RuleInfo> rules)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            json.WriteStartArray();
            foreach (var rule in rules)
            {
                Write(json, rule);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, RuleInfo rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("category", rule.Category.ToString().ToLowerInvariant());
        json.WriteString("severity", SeverityName.Of(rule.DefaultSeverity));
        json.WriteString("confidence", ConfidenceName.Of(rule.Confidence));
        json.WriteString("fix", rule.Fix.ToString().ToLowerInvariant());
        json.WriteString("since", rule.Since);
        json.WriteStartArray("profiles");
        foreach (var profile in Enum.GetValues<Profiles>()
            .Where(profile => int.PopCount((int)profile) == 1 && rule.Profiles.HasFlag(profile)))
        {
            json.WriteStringValue(profile.ToString().ToLowerInvariant());
        }

        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in rule.Sources)
        {
            json.WriteStartObject();
            json.WriteString("program", source.Peer.ToString());
            json.WriteString("id", source.Id);
            json.WriteBoolean("same", source.IsSame);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (rule.HelpUrl is { } page)
        {
            json.WriteString("url", page);
        }

        json.WriteString("summary", rule.Doc.Summary);
        json.WriteString("why", rule.Doc.Why);
        if (rule.Doc.Remedy is { } remedy)
        {
            json.WriteString("remedy", remedy);
        }

        json.WriteStartArray("options");
        foreach (var option in rule.Options)
        {
            WriteOption(json, option);
        }

        json.WriteEndArray();
        json.WriteStartArray("examples");
        foreach (var example in rule.Doc.Examples)
        {
            WriteExample(json, example);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter json, RuleOption option)
    {
        json.WriteStartObject();
        json.WriteString("name", option.Name);
        json.WriteString("summary", option.Summary);
        json.WritePropertyName("default");
        switch (option.DefaultValue)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyList<string> list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    json.WriteStringValue(item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(option.DefaultValue.ToString());
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteExample(Utf8JsonWriter json, RuleExample example)
    {
        json.WriteStartObject();
        json.WriteString("bad", example.Bad);
        json.WriteString("good", example.Good);
        WriteGiven(json, "fixed", example.Fixed);
        WriteGiven(json, "dockerIgnore", example.DockerIgnore);
        WriteGiven(json, "fixedDockerIgnore", example.FixedDockerIgnore);
        if (example.ContextFiles is { } files)
        {
            json.WriteStartArray("contextFiles");
            foreach (var file in files)
            {
                json.WriteStringValue(file);
            }

            json.WriteEndArray();
        }

        // What holds for it besides, in words; the same as in rules.md.
        WriteGiven(json, "with", RuleDocWriter.Describe(example) is { Length: > 0 } words ? words.TrimStart(',', ' ') : null);
        json.WriteEndObject();
    }

    private static void WriteGiven(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
