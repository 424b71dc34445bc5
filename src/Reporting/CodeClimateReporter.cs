using System.Text;
using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Linting.Baseline;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>
/// Code Climate issues: a stream of objects, each with a NUL behind it, or, for GitLab, one array whose issues carry a fingerprint
/// that stays when lines move.
/// </summary>
/// <param name="forGitLab">Whether the GitLab form is wanted.</param>
public sealed class CodeClimateReporter(bool forGitLab) : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, JsonText.Options);
        var separator = "";
        writer.Write(forGitLab ? "[" : "");
        foreach (var file in result.Files)
        {
            var fingerprints = forGitLab ? FindingFingerprint.Of(file.Source, file.Diagnostics) : null;
            for (var i = 0; i < file.Diagnostics.Count; i++)
            {
                buffer.SetLength(0);
                json.Reset();
                Write(json, result.PathOf(file), file.Source, file.Diagnostics[i], fingerprints?[i]);
                json.Flush();
                writer.Write(separator);
                writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
                writer.Write(forGitLab ? "" : "\0");
                separator = forGitLab ? "," : "";
            }
        }

        writer.Write(forGitLab ? "]" : "");
    }

    private static void Write(Utf8JsonWriter json, string path, SourceText source, Diagnostic finding, string? fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("type", "issue");
        json.WriteString("check_name", finding.RuleId);
        json.WriteString("description", VisibleText.Escape(finding.Message));
        json.WriteStartArray("categories");
        json.WriteStringValue("Bug Risk");
        json.WriteEndArray();
        json.WriteStartObject("location");
        json.WriteString("path", VisibleText.WellFormed(path));
        var start = source.Lines.GetPosition(finding.Span.Start);
        var end = source.Lines.GetPosition(finding.Span.End);
        if (finding.RuleId == Linter.SyntaxErrorId)
        {
            json.WriteStartObject("positions");
            Position(json, "begin", start);
            Position(json, "end", end);
        }
        else
        {
            json.WriteStartObject("lines");
            json.WriteNumber("begin", start.Line);
            json.WriteNumber("end", end.Line);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("severity", finding.Severity switch
        {
            Severity.Error => "blocker",
            Severity.Warning => "major",
            Severity.Info => "info",
            _ => "minor",
        });
        if (fingerprint is not null)
        {
            // Two files may have the same finding on the same line of text, and GitLab wants each fingerprint once.
            json.WriteString("fingerprint",
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(SourceText.Encode($"{path}\0{fingerprint}"))));
        }

        json.WriteEndObject();
    }

    private static void Position(Utf8JsonWriter json, string name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteEndObject();
    }
}
