using System.Text;
using System.Text.Json;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>Codacy results: JSON objects with nothing between them.</summary>
public sealed class CodacyReporter : IReporter
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
                json.WriteStartObject();
                json.WriteString("filename", VisibleText.WellFormed(file.Source.Path));
                json.WriteString("patternId", finding.RuleId);
                json.WriteString("message", VisibleText.Escape(finding.Message));
                json.WriteNumber("line", file.Source.Lines.GetLine(finding.Span.Start));
                json.WriteEndObject();
                json.Flush();
                writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            }
        }
    }
}
