using System.Text;
using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>
/// Reviewdog's own format, the one of its formats that carries suggestions: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.
/// Its columns count bytes of UTF-8, from 1.
/// </summary>
public sealed class RdJsonReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("source");
            json.WriteString("name", "dockerlint");
            if (RuleLinks.Site is { } site)
            {
                json.WriteString("url", site);
            }

            json.WriteEndObject();
            json.WriteStartArray("diagnostics");
            foreach (var file in result.Files)
            {
                foreach (var finding in file.Diagnostics)
                {
                    WriteFinding(json, result, file, finding);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Write('\n');
    }

    private static void WriteFinding(Utf8JsonWriter json, RunResult result, FileResult file, Diagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("message", VisibleText.Escape(finding.Message));
        json.WriteStartObject("location");
        json.WriteString("path", VisibleText.WellFormed(result.PathOf(file)));
        WriteRange(json, file.Source, finding.Span);
        json.WriteEndObject();
        json.WriteString("severity", finding.Severity switch { Severity.Error => "ERROR", Severity.Warning => "WARNING", _ => "INFO" });
        json.WriteStartObject("code");
        json.WriteString("value", finding.RuleId);
        if ((result.FindRule(finding.RuleId) is { } rule ? rule.HelpUrl : RuleLinks.Of(finding.RuleId)) is { } page)
        {
            json.WriteString("url", page);
        }

        json.WriteEndObject();
        if (finding.Fixes.FirstOrDefault(fix => fix.Applicability != Applicability.Manual && fix.Edits.Edits.Count > 0
            && FindingJson.CanHold(fix)) is { } best)
        {
            WriteSuggestion(json, file.Source, best.Edits.Edits);
        }

        json.WriteEndObject();
    }

    // A suggestion is one range: that from the first edit to the last.
    private static void WriteSuggestion(Utf8JsonWriter json, SourceText source, IReadOnlyList<TextEdit> edits)
    {
        var text = new StringBuilder();
        var at = edits[0].Span.Start;
        foreach (var (span, newText) in edits)
        {
            text.Append(source.Slice(new TextSpan(at, span.Start - at))).Append(newText);
            at = span.End;
        }

        if (!VisibleText.IsWellFormed(text.ToString()))
        {
            return;
        }

        json.WriteStartArray("suggestions");
        json.WriteStartObject();
        WriteRange(json, source, TextSpan.FromBounds(edits[0].Span.Start, at));
        json.WriteString("text", text.ToString());
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRange(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        json.WriteStartObject("range");
        WritePlace(json, source, "start", span.Start);
        WritePlace(json, source, "end", span.End);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceText source, string name, int offset)
    {
        var line = source.Lines.GetPosition(offset).Line;
        var start = source.Lines.GetLineSpan(line).Start;
        json.WriteStartObject(name);
        json.WriteNumber("line", line);
        json.WriteNumber("column", ByteCount(source.Slice(new TextSpan(start, offset - start))) + 1);
        json.WriteEndObject();
    }

    // A byte that is no text is kept as a lone surrogate, see SourceText.
    private static int ByteCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            count += Rune.DecodeFromUtf16(text, out var rune, out var used) is System.Buffers.OperationStatus.Done
                ? rune.Utf8SequenceLength : 1;
            text = text[used..];
        }

        return count;
    }
}
