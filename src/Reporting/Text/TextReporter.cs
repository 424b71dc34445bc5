using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>
/// For people: the findings of each file under its name, each with its place, code and message, the source line with the place marked,
/// other places that explain it, and what its fix would change; then how many there are.
/// </summary>
/// <param name="style">How it is shown.</param>
public sealed class TextReporter(TextReportStyle style) : IReporter
{
    private const int Indent = 2;
    private const int MostRelated = 3;

    private readonly TextPainter _paint = new(style);

    /// <summary>Without colours, and as wide as a page.</summary>
    public TextReporter()
        : this(new TextReportStyle())
    {
    }

    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        var rules = new Dictionary<string, RuleInfo?>(StringComparer.Ordinal);
        var summary = new ReportSummary();
        foreach (var file in result.Files)
        {
            summary.Add(file);
            if (file.Diagnostics.Count == 0)
            {
                continue;
            }

            writer.Write($"{_paint.Path(LogLine.Disarm(VisibleText.Escape(file.Source.Path)))}\n\n");
            foreach (var finding in file.Diagnostics)
            {
                if (!rules.TryGetValue(finding.RuleId, out var rule))
                {
                    rules[finding.RuleId] = rule = result.FindRule(finding.RuleId);
                }

                WriteFinding(file.Source, finding, rule, writer);
            }
        }

        if (!summary.IsClean)
        {
            writer.Write(_paint.Strong(summary.Findings) + (summary.Fixable is { Length: > 0 } fixable ? $"; {fixable}" : "") + "\n");
        }
        else if (style.TellsSuccess)
        {
            writer.Write(_paint.Success(summary.Findings) + "\n");
        }
    }

    private void WriteFinding(SourceText source, Diagnostic finding, RuleInfo? rule, TextWriter writer)
    {
        var (line, column) = source.Lines.GetPosition(finding.Span.Start);
        var margin = Margin(source, finding);
        var code = _paint.Strong(_paint.Link(VisibleText.Escape(finding.RuleId), rule?.HelpUrl));
        writer.Write($"{new string(' ', Indent)}{line}:{column} {_paint.Of(finding.Severity, SeverityName.Of(finding.Severity))} {code}"
            + $"{(rule is null ? "" : " " + _paint.Faint(rule.Name))}\n");
        WriteWrapped(VisibleText.Escape(finding.Message), margin, writer);
        WriteExcerpt(source, finding.Span, line, '^', finding.Severity, margin, writer);
        foreach (var related in finding.RelatedSpans.Take(MostRelated))
        {
            WriteLabel("see", VisibleText.Escape(related.Message), margin, writer);
            WriteExcerpt(source, related.Span, source.Lines.GetPosition(related.Span.Start).Line, '-', null, margin, writer);
        }

        foreach (var (fix, index) in finding.Fixes.Select((fix, index) => (fix, index)))
        {
            WriteLabel("help", $"{VisibleText.Escape(fix.Title)} ({Name(fix.Applicability)})", margin, writer);
            if (index == 0 && FixPreview.Of(source, fix) is { } preview)
            {
                WriteChange(preview, margin, writer);
            }
        }

        writer.Write('\n');
    }

    private static string Name(Applicability applicability) => applicability switch
    {
        Applicability.Safe => "safe fix",
        Applicability.Unsafe => "unsafe fix",
        _ => "by hand",
    };

    // Right of the widest number of a line.
    private static int Margin(SourceText source, Diagnostic finding)
    {
        var last = finding.RelatedSpans.Take(MostRelated).Select(related => related.Span.Start).Append(finding.Span.End).Max();
        return Indent + Math.Max(2, source.Lines.GetPosition(last).Line.ToString(CultureInfo.InvariantCulture).Length);
    }

    private void WriteLabel(string label, string text, int margin, TextWriter writer) =>
        WriteWrapped($"{label}: {text}", margin, writer, label.Length + 1);

    private void WriteWrapped(string text, int margin, TextWriter writer, int label = 0)
    {
        var left = new string(' ', margin + 1);
        var isFirst = true;
        foreach (var line in Wrap(text, style.Width - left.Length).Select(line => LogLine.Disarm(line)))
        {
            writer.Write(isFirst && label > 0 ? $"{left}{_paint.Help(line[..label])}{line[label..]}\n" : $"{left}{line}\n");
            isFirst = false;
        }
    }

    /// <summary>The text in lines of at most so many cells, broken at blanks.</summary>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && CellLine.WidthOf(line) + 1 + CellLine.WidthOf(word) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    private void WriteExcerpt(
        SourceText source, TextSpan span, int line, char mark, Severity? severity, int margin, TextWriter writer)
    {
        var lineSpan = source.Lines.GetLineSpan(line);
        var text = source.Slice(lineSpan).TrimEnd("\r\n");
        var start = Math.Min(span.Start - lineSpan.Start, text.Length);
        var end = Math.Clamp(span.End - lineSpan.Start, start, text.Length);
        var (shown, markStart, markWidth) = CellLine.Of(text, start, end).Fit(style.Width - margin - 3);
        var marks = new string(mark, Math.Max(1, markWidth));
        WriteLine(line.ToString(CultureInfo.InvariantCulture), '|', LogLine.Disarm(shown, isWhole: false), margin, writer);
        WriteLine("", '|', new string(' ', markStart) + (severity is { } grave ? _paint.Of(grave, marks) : _paint.Help(marks)), margin, writer);
    }

    private void WriteChange(FixPreview preview, int margin, TextWriter writer)
    {
        var common = preview.Before.Count == 1 && preview.After.Count == 1 ? CommonStart(preview.Before[0], preview.After[0]) : 0;
        foreach (var (texts, sign) in new[] { (preview.Before, '-'), (preview.After, '+') })
        {
            foreach (var (text, index) in texts.Select((text, index) => (text, index)))
            {
                var at = Math.Min(common, text.Length);
                var shown = $"{sign} {LogLine.Disarm(CellLine.Of(text, at, at).Fit(style.Width - margin - 3).Text, isWhole: false)}".TrimEnd();
                var number = (preview.FirstLine + index).ToString(CultureInfo.InvariantCulture);
                writer.Write($"{_paint.Faint(number.PadLeft(margin))} {(sign == '-' ? _paint.Removed(shown) : _paint.Added(shown))}\n");
            }
        }
    }

    private static int CommonStart(string before, string after) => before.AsSpan().CommonPrefixLength(after);

    private void WriteLine(string number, char border, string text, int margin, TextWriter writer) =>
        writer.Write($"{_paint.Faint($"{number.PadLeft(margin)} {border}")} {text}".TrimEnd() + "\n");
}
