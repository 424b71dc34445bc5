namespace Dockerlint.Linting.Config;

/// <summary>Reads YAML into nodes that know their place.</summary>
public static class ConfigYaml
{
    // No configuration is that long; and what is read twice, through an alias or a merge, counts twice.
    private const int LongestText = 4_000_000;

    /// <summary>
    /// The document of a file; null for an empty one or when it cannot be read. Whatever the text is, it is a message with a place, never
    /// an
    /// exception.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="errors">Where a message goes when it cannot be read.</param>
    /// <param name="mayHaveMore">Whether documents behind the first one are passed over; else they are an error.</param>
    public static ConfigNode? Read(string text, string path, ICollection<ConfigError> errors, bool mayHaveMore = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(errors);
        if (text.Length > LongestText)
        {
            errors.Add(new ConfigError(path, 1, 1, $"longer than {LongestText / 1_000_000} MB, which no configuration is"));
            return null;
        }

        if (Unreadable(text) is var at && at >= 0)
        {
            var line = text.AsSpan(0, at).Count('\n') + 1;
            var column = at - text.AsSpan(0, at).LastIndexOf('\n');
            errors.Add(new ConfigError(
                path, line, column, text[at] == '\0' ? "a NUL character: this is no text in UTF-8" : "a byte that is no UTF-8"));
            return null;
        }

        var reading = new YamlReading(text);
        try
        {
            return reading.Document(mayHaveMore);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library throws more kinds than its own, and what it means by them is the same: it cannot read this.
            var (line, column) = reading.Place(exception);
            errors.Add(new ConfigError(path, line, column, OneLine(YamlReading.MessageOf(exception))));
            return null;
        }
    }

    // Bytes that are no UTF-8 come as lone surrogates, UTF-16 as text full of NULs.
    private static int Unreadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))))
            {
                return i;
            }

            i += char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        return -1;
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
