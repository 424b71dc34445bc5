using System.Text;
using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>SonarQube's generic issue import, in hadolint's shape but with real ranges (lines from 1, columns from 0).</summary>
public sealed class SonarQubeReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("issues");
            foreach (var file in result.Files)
            {
                foreach (var finding in file.Diagnostics)
                {
                    Write(json, result.PathOf(file), file.Source, finding);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, string path, SourceText source, Diagnostic finding)
    {
        var start = source.Lines.GetPosition(finding.Span.Start);
        var end = source.Lines.GetPosition(finding.Span.End);
        json.WriteStartObject();
        json.WriteString("engineId", "Dockerlint");
        json.WriteString("ruleId", finding.RuleId);
        json.WriteString("severity", finding.RuleId == Linter.SyntaxErrorId ? "BLOCKER" : finding.Severity switch
        {
            Severity.Error => "CRITICAL",
            Severity.Warning => "MAJOR",
            Severity.Info => "MINOR",
            _ => "INFO",
        });
        json.WriteString("type", finding.Severity == Severity.Error ? "BUG" : "CODE_SMELL");
        json.WriteStartObject("primaryLocation");
        json.WriteString("message", VisibleText.Escape(finding.Message));
        json.WriteString("filePath", VisibleText.WellFormed(path));
        json.WriteStartObject("textRange");
        json.WriteNumber("startLine", start.Line);

        // The importer rejects an empty range; without columns the whole line is meant.
        if (end != start)
        {
            json.WriteNumber("endLine", end.Line);
            json.WriteNumber("startColumn", start.Column - 1);
            json.WriteNumber("endColumn", end.Column - 1);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
