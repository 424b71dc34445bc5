using System.Text.Json;

namespace Dockerlint.Linting.Config;

/// <summary>
/// Reads JSON that people or other programs wrote. What it gives can be asked for any text in it: strings that no text can be, such as
/// half of a surrogate pair, are told here, and not thrown there.
/// </summary>
public static class JsonInput
{
    /// <summary>The document, to be disposed of; null when it cannot be read, with a message.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="errors">Where a message goes when it cannot be read.</param>
    /// <param name="options">What more than plain JSON is taken.</param>
    public static JsonDocument? Read(string text, string path, ICollection<ConfigError> errors, JsonDocumentOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(errors);
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(text, options);
            if (HasOnlyText(document.RootElement))
            {
                return document;
            }

            errors.Add(new ConfigError(path, 0, 0, "a text holds half of a surrogate pair, which is no character"));
        }
        catch (JsonException exception)
        {
            // The library counts bytes of a line; a column is of use only where both are the same, which they mostly are.
            errors.Add(new ConfigError(
                path, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1,
                exception.Message.Contains("maximum configured depth", StringComparison.Ordinal) ? "nested too deep" : "this is no JSON"));
        }
        catch (ArgumentException)
        {
            errors.Add(new ConfigError(path, 0, 0, "this is no JSON: it holds bytes that are no UTF-8"));
        }

        document?.Dispose();
        return null;
    }

    private static bool HasOnlyText(JsonElement root)
    {
        var pending = new Stack<JsonElement>();
        pending.Push(root);
        try
        {
            while (pending.TryPop(out var element))
            {
                if (element.ValueKind == JsonValueKind.String)
                {
                    _ = element.GetString();
                }
                else if (element.ValueKind == JsonValueKind.Array)
                {
                    foreach (var item in element.EnumerateArray())
                    {
                        pending.Push(item);
                    }
                }
                else if (element.ValueKind == JsonValueKind.Object)
                {
                    foreach (var property in element.EnumerateObject())
                    {
                        _ = property.Name;
                        pending.Push(property.Value);
                    }
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
