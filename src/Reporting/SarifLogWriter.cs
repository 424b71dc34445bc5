using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Sarif;

namespace Dockerlint.Reporting;

/// <summary>
/// Writes the nodes that <see cref="SarifReporter"/> fills, with the same bytes as the object model's own serializer but for characters
/// outside of ASCII, which are escaped, so that nothing hidden gets into a log. That serializer finds what it writes by reflection: the
/// native program would have to hold all of it. A node or a member that is filled and not written here fails a test.
/// </summary>
internal sealed class SarifLogWriter(SarifProperties properties, TextWriter writer)
{
    private const int LongestHeld = 64 * 1024;
    private readonly MemoryStream _buffer = new();

    internal void Write(SarifLog log)
    {
        using (var json = new Utf8JsonWriter(_buffer))
        {
            json.WriteStartObject();
            Text(json, "$schema", log.SchemaUri?.OriginalString);
            Text(json, "version", "2.1.0");
            List(json, "runs", log.Runs, Write);
            json.WriteEndObject();
        }

        Drain();
    }

    private void Write(Utf8JsonWriter json, Run run)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        Text(json, "name", run.Tool.Driver.Name);
        Text(json, "version", run.Tool.Driver.Version);
        Text(json, "informationUri", run.Tool.Driver.InformationUri?.OriginalString);
        if (run.Tool.Driver.Rules is { Count: > 0 } rules)
        {
            List(json, "rules", rules, Write);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("originalUriBaseIds");
        foreach (var (name, location) in run.OriginalUriBaseIds)
        {
            json.WriteStartObject(name);
            Write(json, location);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        List(json, "results", run.Results, Write);
        Text(json, "columnKind", run.ColumnKind is ColumnKind.Utf16CodeUnits ? "utf16CodeUnits" : "unicodeCodePoints");
    }

    private void Write(Utf8JsonWriter json, ReportingDescriptor rule)
    {
        Text(json, "id", rule.Id);
        Text(json, "name", rule.Name);
        Write(json, "fullDescription", rule.FullDescription);
        Write(json, "help", rule.Help);
        Write(json, "shortDescription", rule.ShortDescription);
        if (rule.DefaultConfiguration is { } configuration && (!configuration.Enabled || configuration.Level is not FailureLevel.Warning))
        {
            json.WriteStartObject("defaultConfiguration");
            if (!configuration.Enabled)
            {
                json.WriteBoolean("enabled", false);
            }

            Level(json, configuration.Level);
            json.WriteEndObject();
        }

        Text(json, "helpUri", rule.HelpUri?.OriginalString);
        if (properties.TagsOf(rule) is { Count: > 0 } tags)
        {
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            foreach (var tag in tags)
            {
                Value(json, tag);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private void Write(Utf8JsonWriter json, Result result)
    {
        Text(json, "ruleId", result.RuleId);
        if (result.RuleIndex >= 0)
        {
            json.WriteNumber("ruleIndex", result.RuleIndex);
        }

        Level(json, result.Level);
        Write(json, "message", result.Message);
        List(json, "locations", result.Locations, Write);
        json.WriteStartObject("partialFingerprints");
        foreach (var (name, fingerprint) in result.PartialFingerprints)
        {
            Text(json, name, fingerprint);
        }

        json.WriteEndObject();
        List(json, "relatedLocations", result.RelatedLocations, Write);
        List(json, "suppressions", result.Suppressions, Write);
        json.WritePropertyName("rank");
        json.WriteRawValue(result.Rank.ToString("0.0###", CultureInfo.InvariantCulture), skipInputValidation: true);
        List(json, "fixes", result.Fixes, Write);
        if (properties.ConfidenceOf(result) is { } confidence)
        {
            json.WriteStartObject("properties");
            Text(json, "confidence", confidence);
            json.WriteEndObject();
        }

        if (json.BytesPending + _buffer.Length > LongestHeld)
        {
            json.Flush();
            Drain();
        }
    }

    private static void Write(Utf8JsonWriter json, Suppression suppression)
    {
        Text(json, "kind", suppression.Kind is SuppressionKind.InSource ? "inSource" : "external");
        if (suppression.Status is SuppressionStatus.Accepted)
        {
            Text(json, "status", "accepted");
        }
    }

    private static void Write(Utf8JsonWriter json, Fix fix)
    {
        Write(json, "description", fix.Description);
        List(json, "artifactChanges", fix.ArtifactChanges, Write);
    }

    private static void Write(Utf8JsonWriter json, ArtifactChange change)
    {
        Write(json, "artifactLocation", change.ArtifactLocation);
        List(json, "replacements", change.Replacements, Write);
    }

    private static void Write(Utf8JsonWriter json, Replacement replacement)
    {
        Write(json, "deletedRegion", replacement.DeletedRegion);
        if (replacement.InsertedContent is { } content)
        {
            json.WriteStartObject("insertedContent");
            Text(json, "text", content.Text);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, Location location)
    {
        if (location.Id >= 0)
        {
            json.WriteNumber("id", (long)location.Id);
        }

        json.WriteStartObject("physicalLocation");
        Write(json, "artifactLocation", location.PhysicalLocation.ArtifactLocation);
        Write(json, "region", location.PhysicalLocation.Region);
        json.WriteEndObject();
        Write(json, "message", location.Message);
    }

    private static void Write(Utf8JsonWriter json, string name, ArtifactLocation location)
    {
        json.WriteStartObject(name);
        Write(json, location);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ArtifactLocation location)
    {
        Text(json, "uri", location.Uri?.OriginalString);
        Text(json, "uriBaseId", location.UriBaseId);
        Write(json, "description", location.Description);
    }

    private static void Write(Utf8JsonWriter json, string name, Region region)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", region.StartLine);
        json.WriteNumber("startColumn", region.StartColumn);
        json.WriteNumber("endLine", region.EndLine);
        json.WriteNumber("endColumn", region.EndColumn);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Message? message)
    {
        if (message is not null)
        {
            json.WriteStartObject(name);
            Text(json, "text", message.Text);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, string name, MultiformatMessageString? message)
    {
        if (message is not null)
        {
            json.WriteStartObject(name);
            Text(json, "text", message.Text);
            Text(json, "markdown", message.Markdown);
            json.WriteEndObject();
        }
    }

    // The format's default is not written.
    private static void Level(Utf8JsonWriter json, FailureLevel level)
    {
        if (level is not FailureLevel.Warning)
        {
            Text(json, "level", level switch { FailureLevel.Error => "error", FailureLevel.Note => "note", _ => "none" });
        }
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T>? nodes, Action<Utf8JsonWriter, T> write)
    {
        if (nodes is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var node in nodes)
        {
            json.WriteStartObject();
            write(json, node);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WritePropertyName(name);
            Value(json, text);
        }
    }

    private static void Value(Utf8JsonWriter json, string text)
    {
        var quoted = new StringBuilder(text.Length + 16).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\f' => quoted.Append("\\f"),
                '\b' => quoted.Append("\\b"),
                >= ' ' and < '\u007f' => quoted.Append(c),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)(IsHalf(text, i) ? '\ufffd' : c):x4}"),
            };
        }

        json.WriteRawValue(quoted.Append('"').ToString(), skipInputValidation: true);
    }

    // Half of a character has no bytes.
    private static bool IsHalf(string text, int i) => char.IsSurrogate(text[i])
        && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
        && !(i > 0 && char.IsSurrogatePair(text[i - 1], text[i]));

    private void Drain()
    {
        writer.Write(Encoding.UTF8.GetString(_buffer.GetBuffer(), 0, (int)_buffer.Length));
        _buffer.SetLength(0);
    }
}
