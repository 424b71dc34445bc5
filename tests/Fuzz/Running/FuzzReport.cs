using System.Globalization;
using System.Text;

namespace Dockerlint.Fuzz;

/// <summary>The figures of a run as a table of Markdown; in a document that has the marks, between them.</summary>
internal static class FuzzReport
{
    private const string Begin = "<!-- figures: begin -->\n";
    private const string End = "<!-- figures: end -->";

    internal static void Write(string path, FuzzOptions options, FuzzTally tally, double seconds)
    {
        var table = Table(options, tally, seconds);
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(path, begin >= 0 && end > begin ? text[..(begin + Begin.Length)] + table + text[end..] : table);
    }

    private static string Table(FuzzOptions options, FuzzTally tally, double seconds)
    {
        var rows = tally.Rows.ToList();
        var text = new StringBuilder("| input | number | failures |\n|---|---:|---:|\n");
        foreach (var (kind, inputs, failures) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {kind.ToString().ToLowerInvariant()} | {inputs:N0} | {failures:N0} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"| all | {rows.Sum(row => row.Inputs):N0} | {rows.Sum(row => row.Failures):N0} |\n");
        return text.Append(CultureInfo.InvariantCulture,
            $"\nSeed {options.Seed}, {options.Threads} processes, {seconds / 60:N0} minutes, {DateTime.UtcNow:yyyy-MM-dd}.\n").ToString();
    }
}
