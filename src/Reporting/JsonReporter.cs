using System.Text;
using System.Text.Json;

namespace Dockerlint.Reporting;

/// <summary>One compact array of findings without a line end; the first six keys are those of hadolint.</summary>
public sealed class JsonReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var file in result.Files)
            {
                foreach (var finding in file.Diagnostics)
                {
                    var start = file.Source.Lines.GetPosition(finding.Span.Start);
                    var end = file.Source.Lines.GetPosition(finding.Span.End);
                    var rule = result.FindRule(finding.RuleId);
                    json.WriteStartObject();
                    json.WriteString("file", WellFormedText.Of(file.Source.Path));
                    json.WriteNumber("line", start.Line);
                    json.WriteNumber("column", start.Column);
                    json.WriteString("level", SeverityName.Of(finding.Severity));
                    json.WriteString("code", finding.RuleId);
                    json.WriteString("message", WellFormedText.Of(finding.Message));
                    json.WriteNumber("endLine", end.Line);
                    json.WriteNumber("endColumn", end.Column);
                    if (rule is not null)
                    {
                        json.WriteString("name", rule.Name);
                        if (rule.HelpUrl is not null)
                        {
                            json.WriteString("url", rule.HelpUrl);
                        }
                    }

                    json.WriteEndObject();
                }

                // Many files are never held at once.
                json.Flush();
                Drain(buffer, writer);
            }

            json.WriteEndArray();
        }

        Drain(buffer, writer);
    }

    private static void Drain(MemoryStream buffer, TextWriter writer)
    {
        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        buffer.SetLength(0);
    }
}
