using System.Globalization;
using System.Net;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Verification;

/// <summary>
/// Writes a report as one HTML page without scripts and without anything from elsewhere: findings, a bar for each layer, what was
/// lost, and predicted against observed steps. All text is escaped; it comes from images and logs.
/// </summary>
public static class VerificationHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2430; --paper: #fff; --line: #d5dbe3; --bar: #3b76c4; --base: #9aa7b8; --bad: #b3261e; --good: #2e7d32 }
        @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --paper: #14181e; --line: #39424e; --bar: #6aa0e8; --base: #5d6979; --bad: #ff8a80; --good: #81c784 } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
        h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
        code, td.code { font-family: ui-monospace, monospace; font-size: .85rem; overflow-wrap: anywhere; white-space: pre-wrap }
        table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
        td.number, th.number { text-align: right; white-space: nowrap }
        .bar { background: var(--bar); height: .8rem; min-width: 1px; border-radius: 2px } .base { background: var(--base) } td.bars { width: 30% }
        .error, .bad { color: var(--bad) } .good { color: var(--good) }
        """;

    /// <summary>The page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="findings">The findings as they are reported.</param>
    /// <param name="source">The Dockerfile.</param>
    public static string Write(VerificationReport report, IEnumerable<Diagnostic> findings, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(source);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append($"<title>Verification of {Text(source.Path)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n")
            .Append($"<h1>Verification of <code>{Text(source.Path)}</code></h1>\n<p>Docker Engine {Text(report.EngineVersion)}")
            .Append(report.ImageId is { } image ? $", image <code>{Text(image)}</code></p>\n" : "</p>\n");
        if (report.Problem is { } problem)
        {
            html.Append($"<p class=\"error\">{Text(problem)}</p>\n");
        }

        WriteFindings(html, findings, source);
        WriteScenarios(html, report.Scenarios);
        WriteLayers(html, report.Layers);
        WriteWasted(html, report.Wasted);
        WriteSteps(html, report.Steps);
        WriteList(html, "Remarks", report.Remarks);
        WriteList(html, "Not checked", report.NotChecked);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void WriteList(StringBuilder html, string title, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            html.Append($"<h2>{title}</h2>\n<ul>\n").AppendJoin("", items.Select(item => $"<li>{Text(item)}</li>\n")).Append("</ul>\n");
        }
    }

    private static void WriteFindings(StringBuilder html, IEnumerable<Diagnostic> findings, SourceText source)
    {
        html.Append("<h2>Findings</h2>\n<table id=\"findings\">\n<tr><th class=\"number\">Line</th><th>Rule</th><th>Severity</th><th>Message</th></tr>\n");
        var count = 0;
        foreach (var finding in findings)
        {
            count++;
            var severity = finding.Severity.ToString().ToLowerInvariant();
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"number\">{source.Lines.GetPosition(finding.Span.Start).Line}</td>")
                .Append($"<td>{Text(finding.RuleId)}</td><td class=\"{severity}\">{severity}</td><td>{Text(finding.Message)}</td></tr>\n");
        }

        html.Append(count == 0 ? "<tr><td colspan=\"4\" class=\"good\">All promises are kept.</td></tr>\n</table>\n" : "</table>\n");
    }

    private static void WriteScenarios(StringBuilder html, IReadOnlyList<ScenarioOutcome> scenarios)
    {
        foreach (var scenario in scenarios)
        {
            html.Append($"<h2>When {Text(scenario.Name)}</h2>\n<table class=\"scenario\">\n")
                .Append("<tr><th class=\"number\">Line</th><th>Instruction</th><th>Predicted</th><th>Observed</th><th>Cause</th></tr>\n");
            foreach (var step in scenario.Steps.Where(step => step.Observed is not null || step.Trace.Status is not Cache.StepStatus.Metadata))
            {
                var mark = step.IsDisagreement ? "bad" : step.IsComparable ? "good" : "";
                html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"number\">{step.Step.Line}</td>")
                    .Append($"<td class=\"code\">{Text(Short(step.Step.Instruction.LogicalLine.Text))}</td><td>{step.Trace.Status.ToString().ToLowerInvariant()}{(step.Trace.MayBeReused ? "?" : "")}</td>")
                    .Append($"<td class=\"{mark}\">{step.Shown}</td><td>{Text(step.Trace.Cause?.Detail ?? "")}</td></tr>\n");
            }

            html.Append("</table>\n");
        }
    }

    private static void WriteLayers(StringBuilder html, IReadOnlyList<LayerReport> layers)
    {
        if (layers.Count == 0)
        {
            return;
        }

        var largest = Math.Max(1, layers.Max(layer => layer.Size));
        html.Append($"<h2>Layers, {ByteCount.Show(layers.Sum(layer => layer.Size))} in all</h2>\n<table id=\"layers\">\n")
            .Append("<tr><th class=\"number\">Line</th><th>Instruction</th><th class=\"number\">Files</th><th class=\"number\">Size</th><th></th></tr>\n");
        foreach (var layer in layers)
        {
            var width = 100.0 * layer.Size / largest;
            var tip = string.Join('\n', layer.Largest.Select(file => $"/{file.Path} {ByteCount.Show(file.Size)}"));
            html.Append(CultureInfo.InvariantCulture, $"<tr title=\"{Text(tip)}\"><td class=\"number\">{layer.Line}</td><td class=\"code\">{Text(Short(layer.CreatedBy))}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{layer.Files}</td><td class=\"number\">{ByteCount.Show(layer.Size)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"bars\"><div class=\"bar{(layer.IsBase ? " base" : "")}\" style=\"width:{width:0.##}%\"></div></td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static void WriteWasted(StringBuilder html, IReadOnlyList<WastedFile> wasted)
    {
        if (wasted.Count == 0)
        {
            return;
        }

        html.Append($"<h2>Deleted or replaced later, {ByteCount.Show(wasted.Sum(file => file.Size))}</h2>\n<table id=\"wasted\">\n")
            .Append("<tr><th>Path</th><th class=\"number\">Size</th><th class=\"number\">In layer</th><th class=\"number\">Lost in layer</th></tr>\n");
        foreach (var file in wasted)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"code\">/{Text(file.Path)}</td><td class=\"number\">{ByteCount.Show(file.Size)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{file.Layer + 1}</td><td class=\"number\">{file.LostIn + 1}</td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static void WriteSteps(StringBuilder html, IReadOnlyList<StepTiming> steps)
    {
        html.Append("<h2>Steps of the first build</h2>\n<table id=\"steps\">\n<tr><th class=\"number\">Line</th><th>Instruction</th><th class=\"number\">Time</th></tr>\n");
        foreach (var step in steps)
        {
            var time = step.IsCached ? "cached" : step.Duration is { } duration ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.00} s") : "";
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"number\">{step.Line}</td><td class=\"code\">{Text(Short(step.Instruction))}</td><td class=\"number\">{time}</td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static string Short(string text) => text.Trim() is { Length: > 300 } trimmed ? trimmed[..300] + "..." : text.Trim();

    // Control and format characters could reorder what is shown.
    private static string Text(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isHidden = rune.Value is not (10 or 9) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            visible.Append(isHidden ? string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}") : rune.ToString());
        }

        return WebUtility.HtmlEncode(visible.ToString());
    }
}
