using Dockerlint.Linting;

namespace Dockerlint.Formatting;

/// <summary>An <c>.editorconfig</c> file: what it says of the files below its folder.</summary>
/// <param name="IsRoot">Whether files in the folders above do not count.</param>
/// <param name="Sections">The sections in order.</param>
public sealed record EditorConfigFile(bool IsRoot, IReadOnlyList<EditorConfigSection> Sections)
{
    /// <summary>Reads a file; as editors do, what is no line of the format is passed over.</summary>
    public static EditorConfigFile Parse(string text)
    {
        var isRoot = false;
        var sections = new List<EditorConfigSection>();
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                properties = new Dictionary<string, string>(StringComparer.Ordinal);
                sections.Add(new EditorConfigSection(line[1..^1], properties));
                continue;
            }

            if (line.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
            {
                var (key, value) = (line[..equals].Trim().ToLowerInvariant(), line[(equals + 1)..].Trim().ToLowerInvariant());
                isRoot |= sections.Count == 0 && key == "root" && value == "true";
                properties[key] = value;
            }
        }

        return new EditorConfigFile(isRoot, sections);
    }

    /// <summary>A style with what the file says of a path.</summary>
    /// <param name="style">The style so far.</param>
    /// <param name="path">The path from the folder of the file, with slashes.</param>
    public FormatStyle Apply(FormatStyle style, string path)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in Sections.Where(section => EditorConfigGlob.Matches(section.Glob, path))
            .SelectMany(section => section.Properties))
        {
            all[property.Key] = property.Value;
        }

        var size = Number("indent_size") ?? Number("tab_width");
        return style with
        {
            IndentsWithTabs = Value("indent_style") is { } kind ? kind == "tab" : style.IndentsWithTabs,
            Indent = size is >= 1 and <= 16 ? size.Value : style.Indent,
            MaxWidth = Value("max_line_length") == "off" ? 10000 : Number("max_line_length") is { } width and >= 40 ? width
                : style.MaxWidth,
            LineEnd = Value("end_of_line") switch { "lf" => "\n", "crlf" => "\r\n", _ => style.LineEnd },
            FinalLineEnd = Value("insert_final_newline") switch { "true" => true, "false" => false, _ => style.FinalLineEnd },
        };

        string? Value(string key) => all.TryGetValue(key, out var value) && value != "unset" ? value : null;

        int? Number(string key) =>
            int.TryParse(Value(key), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
