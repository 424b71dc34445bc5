using System.Text;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>For people: place, severity, code and message, then the source line with the span underlined.</summary>
/// <param name="color">Whether to use terminal colours.</param>
public sealed class TextReporter(bool color = false) : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        foreach (var file in result.Files)
        {
            var path = VisibleText.Escape(file.Source.Path);
            foreach (var finding in file.Diagnostics)
            {
                var (line, column) = file.Source.Lines.GetPosition(finding.Span.Start);
                var severity = Paint(SeverityName.Of(finding.Severity), finding.Severity);
                writer.Write(
                    LogLine.Disarm($"{path}:{line}:{column}: {severity} {finding.RuleId}: {VisibleText.Escape(finding.Message)}") + "\n");
                WriteExcerpt(file.Source, finding, line, writer);
            }
        }
    }

    private void WriteExcerpt(SourceText source, Diagnostic finding, int line, TextWriter writer)
    {
        var lineSpan = source.Lines.GetLineSpan(line);
        var text = source.Slice(lineSpan).TrimEnd("\r\n");
        var start = Math.Min(finding.Span.Start - lineSpan.Start, text.Length);
        var end = Math.Clamp(finding.Span.End - lineSpan.Start, start, text.Length);

        var before = VisibleText.Escape(text[..start], keepTabs: true);
        var marked = VisibleText.Escape(text[start..end], keepTabs: true);
        var after = VisibleText.Escape(text[end..], keepTabs: true);

        // Tabs are repeated under tabs, so that the mark stands right whatever their width.
        var pad = new StringBuilder();
        foreach (var rune in before.EnumerateRunes())
        {
            pad.Append(rune.Value == '\t' ? '\t' : ' ');
        }

        var mark = new StringBuilder("^");
        foreach (var rune in marked.EnumerateRunes().Skip(1))
        {
            mark.Append(rune.Value == '\t' ? '\t' : '~');
        }

        var number = line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var underline = Paint(mark.ToString(), finding.Severity);
        writer.Write($" {number} | {LogLine.Disarm(before + marked + after)}\n {new string(' ', number.Length)} | {pad}{underline}\n");
    }

    private string Paint(string text, Severity severity) => color
        ? severity switch
        {
            Severity.Error => $"\e[1m\e[91m{text}\e[0m",
            Severity.Warning => $"\e[1m\e[93m{text}\e[0m",
            Severity.Info => $"\e[92m{text}\e[0m",
            _ => $"\e[96m{text}\e[0m",
        }
        : text;
}
