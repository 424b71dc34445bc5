using System.Text;
using System.Text.Json;
using Dockerlint.Linting.Config;
using Dockerlint.Text;

namespace Dockerlint.Linting.Baseline;

/// <summary>
/// The findings of an earlier run, so that only new ones are reported. Every entry stands for one finding: where there are more
/// equal findings than entries, the rest is new.
/// </summary>
public sealed class FindingBaseline
{
    private const int CurrentVersion = 1;

    private readonly Dictionary<string, List<BaselineEntry>> _byFingerprint = new(StringComparer.Ordinal);

    /// <summary>Makes a baseline of some entries.</summary>
    public FindingBaseline(IReadOnlyList<BaselineEntry> entries)
    {
        Entries = entries;
        foreach (var entry in entries)
        {
            if (!_byFingerprint.TryGetValue(entry.Fingerprint, out var list))
            {
                _byFingerprint[entry.Fingerprint] = list = [];
            }

            list.Add(entry);
        }
    }

    /// <summary>All entries.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; }

    /// <summary>Reads a baseline; null when it is none, with a message.</summary>
    public static FindingBaseline? Read(string text, string path, ICollection<ConfigError> errors)
    {
        using var document = JsonInput.Read(text, path, errors);
        if (document is null)
        {
            return null;
        }

        try
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version)
                || !version.TryGetInt32(out var number))
            {
                errors.Add(new ConfigError(path, 1, 1, "this is no baseline: there is no version"));
                return null;
            }

            if (number != CurrentVersion)
            {
                errors.Add(new ConfigError(path, 1, 1, $"a baseline of version {number}; this program reads version {CurrentVersion}"));
                return null;
            }

            return new FindingBaseline(
            [
                .. root.GetProperty("findings").EnumerateArray().Select(item => new BaselineEntry(
                    Text(item, "file"), Text(item, "rule"), Text(item, "fingerprint"))),
            ]);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            errors.Add(new ConfigError(path, 1, 1, "this is no baseline: a finding needs file, rule and fingerprint"));
        }

        return null;
    }

    private static string Text(JsonElement item, string name) =>
        item.GetProperty(name).GetString() ?? throw new KeyNotFoundException($"there is no {name}");

    /// <summary>Writes a baseline: one finding a line, sorted, so that it merges well.</summary>
    public static string Write(IEnumerable<BaselineEntry> entries)
    {
        var text = new StringBuilder("{\n  \"version\": 1,\n  \"findings\": [");
        var separator = "\n";
        foreach (var entry in entries.OrderBy(entry => entry.File, StringComparer.Ordinal)
            .ThenBy(entry => entry.Rule, StringComparer.Ordinal)
            .ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal))
        {
            text.Append(separator).Append("    {\"file\": \"").Append(JsonEncodedText.Encode(VisibleText.WellFormed(entry.File)))
                .Append("\", \"rule\": \"")
                .Append(JsonEncodedText.Encode(entry.Rule)).Append("\", \"fingerprint\": \"").Append(entry.Fingerprint).Append("\"}");
            separator = ",\n";
        }

        return text.Append(separator == "\n" ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    /// <summary>
    /// Makes the filter of a run. It is told all files of the run first, so that an entry of a file that still has the finding is
    /// never used up by a copy of it elsewhere, and an entry whose file is gone can follow it to its new name.
    /// </summary>
    /// <param name="files">The paths of all files of the run.</param>
    public BaselineFilter FilterFor(IEnumerable<string> files) => new(_byFingerprint, files);
}
