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
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            json.WriteStartArray();
            foreach (var file in result.Files)
            {
                foreach (var finding in file.Diagnostics)
                {
                    FindingJson.Write(json, file.Source, finding, result.FindRule(finding.RuleId));
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
