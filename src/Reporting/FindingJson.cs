using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>One finding as a JSON object: the first six keys are those of hadolint.</summary>
internal static class FindingJson
{
    internal static void Write(Utf8JsonWriter json, SourceText source, Diagnostic finding, RuleInfo? rule)
    {
        var start = source.Lines.GetPosition(finding.Span.Start);
        json.WriteStartObject();
        json.WriteString("file", VisibleText.WellFormed(source.Path));
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteString("level", SeverityName.Of(finding.Severity));
        json.WriteString("code", finding.RuleId);
        json.WriteString("message", VisibleText.Escape(finding.Message));
        WriteEnd(json, source, finding.Span);
        json.WriteString("confidence", ConfidenceName.Of(finding.Confidence));
        if (rule is not null)
        {
            json.WriteString("name", rule.Name);
            if (rule.Aliases.Count > 0)
            {
                json.WriteStartArray("aliases");
                foreach (var alias in rule.Aliases)
                {
                    json.WriteStringValue(alias);
                }

                json.WriteEndArray();
            }

        }

        if ((rule is null ? RuleLinks.Of(finding.RuleId) : rule.HelpUrl) is { } page)
        {
            json.WriteString("url", page);
        }

        if (finding.Fixes.Where(CanHold).ToList() is { Count: > 0 } fixes)
        {
            WriteFixes(json, source, fixes);
        }

        json.WriteEndObject();
    }

    /// <summary>
    /// Whether a report can hold a fix: text with bytes that are no UTF-8 is in no format, and nearly the right text is the wrong one.
    /// </summary>
    internal static bool CanHold(Fix fix) => fix.Edits.Edits.All(edit => VisibleText.IsWellFormed(edit.NewText));

    private static void WriteFixes(Utf8JsonWriter json, SourceText source, IReadOnlyList<Fix> fixes)
    {
        json.WriteStartArray("fixes");
        foreach (var fix in fixes)
        {
            json.WriteStartObject();
            json.WriteString("title", VisibleText.Escape(fix.Title));
            json.WriteString("applicability", fix.Applicability.ToString().ToLowerInvariant());
            json.WriteStartArray("edits");
            foreach (var edit in fix.Edits.Edits)
            {
                var start = source.Lines.GetPosition(edit.Span.Start);
                json.WriteStartObject();
                json.WriteNumber("line", start.Line);
                json.WriteNumber("column", start.Column);
                WriteEnd(json, source, edit.Span);
                json.WriteString("newText", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (fix.IgnoreLines.Count > 0)
            {
                json.WriteStartArray("dockerIgnoreLines");
                foreach (var line in fix.IgnoreLines)
                {
                    json.WriteStringValue(VisibleText.WellFormed(line));
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEnd(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        var end = source.Lines.GetPosition(span.End);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
    }
}
