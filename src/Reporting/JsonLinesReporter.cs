using System.Text;
using System.Text.Json;

namespace Dockerlint.Reporting;

/// <summary>One JSON object a line for each finding, with the keys of <see cref="JsonReporter"/>; for streams.</summary>
public sealed class JsonLinesReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, JsonText.Options);
        foreach (var file in result.Files)
        {
            foreach (var finding in file.Diagnostics)
            {
                buffer.SetLength(0);
                json.Reset();
                FindingJson.Write(json, file.Source, finding, result.FindRule(finding.RuleId));
                json.Flush();
                writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
                writer.Write('\n');
            }
        }
    }
}
