using System.Text.Json;

namespace Dockerlint.Semantics.Images;

/// <summary>Reads the columns of a row of the table of images: <c>key=value</c> behind the first two.</summary>
internal static class BaseImageReader
{
    /// <summary>The column where the facts begin.</summary>
    internal const int FirstFact = 2;

    /// <summary>A row without facts.</summary>
    internal static string[] Nothing { get; } = ["", ""];

    /// <summary>The facts of a row over those that all rows of its image share.</summary>
    internal static BaseImage Read(string[] common, string[] row, IReadOnlyDictionary<string, string> sources)
    {
        var image = new BaseImage { Source = SourceOf(row[1], sources) };
        foreach (var fact in common.Skip(FirstFact).Concat(row.Skip(FirstFact)))
        {
            var equals = fact.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                image = With(image, fact[..equals], fact[(equals + 1)..]);
            }
        }

        return image;
    }

    private static BaseImage With(BaseImage image, string key, string value) => key switch
    {
        "user" => image with { User = Text(value) },
        "dir" => image with { WorkingDirectory = Text(value) },
        "sh" => image with { SystemShell = Text(value) },
        "shell" => image with { Shell = Arguments(value) },
        "entry" => image with { Entrypoint = Arguments(value) },
        "cmd" => image with { Command = Arguments(value) },
        "ports" => image with { Ports = Words(value) },
        "vols" => image with { Volumes = Words(value) },
        "env" => image with { Variables = Words(value) },
        "onbuild" => image with { Triggers = Words(value) },
        "health" => image with { HasHealthcheck = value == "?" ? null : value != "-" },
        "os" => image with { System = Text(value) },
        "pm" => image with { PackageManager = Text(value) },
        "has" => image with { Programs = Words(value) ?? [] },
        "lacks" => image with { MissingPrograms = Words(value) ?? [] },
        _ => image, // a newer table
    };

    private static string? Text(string value) => value switch { "?" => null, "-" => "", _ => value };

    private static IReadOnlyList<string>? Words(string value) => value switch { "?" => null, "-" => [], _ => value.Split(' ') };

    private static IReadOnlyList<string>? Arguments(string value)
    {
        if (value is "?" or "-")
        {
            return Words(value);
        }

        using var json = JsonDocument.Parse(value);
        return [.. json.RootElement.EnumerateArray().Select(item => item.GetString()!)];
    }

    // 3:path, where the third source is a repository, a commit and its date.
    private static string? SourceOf(string text, IReadOnlyDictionary<string, string> sources)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && sources.TryGetValue(text[..colon], out var source) ? $"{source} {text[(colon + 1)..]}" : text.Length == 0
            ? null : text;
    }
}
