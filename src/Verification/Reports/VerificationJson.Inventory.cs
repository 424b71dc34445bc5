using System.Text.Json;
using Dockerlint.Text;

namespace Dockerlint.Verification;

// What was kept, what is in the image, and how it differs from another one.
public static partial class VerificationJson
{
    /// <summary>What an earlier report tells of its image; null when it is no such report.</summary>
    public static ImageInventory? ReadInventory(ReadOnlyMemory<byte> report)
    {
        try
        {
            using var document = JsonDocument.Parse(report);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("inventory", out var inventory) || inventory.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            return new ImageInventory
            {
                Size = inventory.GetProperty("size").GetInt64(),
                Layers = [.. inventory.GetProperty("layers").EnumerateArray().Select(layer => layer.GetInt64())],
                Folders = Numbers(inventory.GetProperty("folders")),
                Files = Numbers(inventory.GetProperty("files")),
                SetUserId = [.. inventory.GetProperty("setUserId").EnumerateArray().Select(path => path.GetString() ?? "")],
                Packages = inventory.GetProperty("packages").EnumerateObject()
                    .ToDictionary(item => item.Name, item => item.Value.GetString() ?? "", StringComparer.Ordinal),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException
            or ArgumentException)
        {
            return null;
        }
    }

    private static Dictionary<string, long> Numbers(JsonElement numbers) =>
        numbers.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetInt64(), StringComparer.Ordinal);

    private static void WriteKept(Utf8JsonWriter json, VerificationReport report, SourceText source)
    {
        json.WriteStartArray("kept");
        foreach (var kept in report.Kept)
        {
            json.WriteStartObject();
            json.WriteString("rule", kept.RuleId);
            json.WriteNumber("line", source.Lines.GetPosition(kept.Span.Start).Line);
            json.WriteString("message", VisibleText.Escape(kept.Message));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "skipped", report.Skipped);
        WriteTexts(json, "accepted", report.Accepted);
    }

    private static void WriteInventory(Utf8JsonWriter json, ImageInventory? inventory)
    {
        if (inventory is null)
        {
            json.WriteNull("inventory");
            return;
        }

        json.WriteStartObject("inventory");
        json.WriteNumber("size", inventory.Size);
        json.WriteStartArray("layers");
        foreach (var layer in inventory.Layers)
        {
            json.WriteNumberValue(layer);
        }

        json.WriteEndArray();
        WriteNumbers(json, "folders", inventory.Folders);
        WriteNumbers(json, "files", inventory.Files);
        WriteTexts(json, "setUserId", inventory.SetUserId.Select(VisibleText.WellFormed));
        json.WriteStartObject("packages");
        foreach (var (name, version) in inventory.Packages)
        {
            json.WriteString(VisibleText.WellFormed(name), VisibleText.WellFormed(version));
        }

        json.WriteEndObject();
        WriteTexts(json, "notListed", inventory.Problems);
        json.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter json, ImageComparison? comparison)
    {
        if (comparison is null)
        {
            json.WriteNull("comparison");
            return;
        }

        json.WriteStartObject("comparison");
        json.WriteNumber("before", comparison.Before.Size);
        json.WriteNumber("after", comparison.After.Size);
        WriteNumbers(json, "folders", comparison.Folders);
        WriteNumbers(json, "newFiles", comparison.NewFiles);
        WriteNumbers(json, "goneFiles", comparison.GoneFiles);
        WriteTexts(json, "newSetUserId", comparison.NewSetUserId.Select(VisibleText.WellFormed));
        json.WriteStartArray("packages");
        foreach (var (name, before, after) in comparison.Packages)
        {
            json.WriteStartObject();
            json.WriteString("name", VisibleText.WellFormed(name));
            json.WriteString("before", before);
            json.WriteString("after", after);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, long>> numbers)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in numbers)
        {
            json.WriteNumber(VisibleText.WellFormed(key), value);
        }

        json.WriteEndObject();
    }
}
