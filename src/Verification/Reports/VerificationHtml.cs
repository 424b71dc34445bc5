using System.Globalization;
using System.Net;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Verification;

/// <summary>
/// Writes a report as one HTML page without scripts and without anything from elsewhere: findings, predicted against observed steps, a
/// bar for each layer, what was lost, what the container did. All text is escaped; it comes from images and logs.
/// </summary>
public static partial class VerificationHtml
{
    private const int LongestText = 2000;

    /// <summary>The page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="findings">The findings as they are reported.</param>
    /// <param name="source">The Dockerfile.</param>
    public static string Write(VerificationReport report, IEnumerable<Diagnostic> findings, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(source);
        var found = findings.ToList();
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
            + "content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append($"<title>Verification of {Text(source.Path)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n")
            .Append($"<h1>Verification of <code>{Text(source.Path)}</code></h1>\n")
            .Append("<p class=\"sub\">")
            .Append(report.EngineVersion.Length > 0 ? "Docker Engine " + Text(report.EngineVersion) : "read without an engine")
            .Append(report.ImageId is { } image ? $", image <code>{Text(image)}</code></p>\n" : "</p>\n");
        if (report.Problem is { } problem)
        {
            html.Append($"<p class=\"card problem\" role=\"alert\">{Text(problem)}</p>\n");
        }

        WriteTiles(html, report, found);
        WriteFindings(html, report, found, source);
        WriteKept(html, report, source);
        WriteList(html, "Not checked", report.NotChecked);
        WriteList(html, "Not asked of this image", report.Skipped);
        WriteList(html, "Accepted", report.Accepted);
        WriteLayers(html, report.Layers);
        WriteWasted(html, report);
        WriteComparison(html, report.Comparison);
        WriteContainer(html, report.Container);
        WriteScenarios(html, report.Scenarios);
        WriteSteps(html, report.Steps);
        WriteList(html, "Remarks", report.Remarks);
        WriteList(html, "Warnings of the engine", report.Warnings);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteTiles(StringBuilder html, VerificationReport report, List<Diagnostic> found)
    {
        html.Append("<div class=\"tiles\">\n");
        var errors = found.Count(finding => finding.Severity == Severity.Error);
        var warnings = found.Count(finding => finding.Severity == Severity.Warning);
        var kind = errors > 0 ? "bad" : warnings > 0 ? "warning" : "good";
        WriteTile(html, Number(found.Count), found.Count == 1 ? "finding" : "findings", kind);
        if (report.Layers.Count > 0)
        {
            var own = report.Layers.Where(layer => !layer.IsBase).Sum(layer => layer.Size);
            WriteTile(html, ByteCount.Show(report.Layers.Sum(layer => layer.Size)),
                $"in {report.Layers.Count} layers, {ByteCount.Show(own)} on top of the base", "");
            WriteTile(html, ByteCount.Show(report.Layers.Sum(layer => layer.Wasted)), "deleted or replaced later", "");
        }

        if (report.Scenarios.Count > 0)
        {
            var compared = report.Scenarios.Sum(scenario => scenario.Compared);
            var wrong = report.Scenarios.Sum(scenario => scenario.Disagreements.Count());
            WriteTile(html, $"{Number(compared - wrong)} of {Number(compared)}", "cache predictions agree", wrong > 0 ? "bad" : "good");
        }

        var seconds = report.Steps.Where(step => !step.IsCached).Sum(step => step.Duration?.TotalSeconds ?? 0);
        WriteTile(html, Seconds(seconds), "of work in the first build", "");
        html.Append("</div>\n");
    }

    private static void WriteTile(StringBuilder html, string value, string label, string kind) =>
        html.Append($"<div class=\"card tile\"><b class=\"{kind}\">{Text(value)}</b><span>{Text(label)}</span></div>\n");

    private static void WriteFindings(StringBuilder html, VerificationReport report, List<Diagnostic> found, SourceText source)
    {
        html.Append("<h2>Promises broken</h2>\n<div class=\"card\">\n");
        if (found.Count == 0)
        {
            html.Append(report.Problem is null
                ? "<p class=\"none good\">Every promise that was checked is kept.</p>\n</div>\n"
                : "<p class=\"none soft\">None before the verification ended.</p>\n</div>\n");
            return;
        }

        html.Append("<table id=\"findings\">\n<tr><th class=\"number "
            + "line\">Line</th><th>Message</th><th>Severity</th><th>Rule</th></tr>\n");
        foreach (var finding in found)
        {
            var severity = finding.Severity.ToString().ToLowerInvariant();
            html.Append($"<tr><td class=\"number line\">{Number(source.Lines.GetPosition(finding.Span.Start).Line)}</td>")
                .Append($"<td class=\"wide\">{Text(finding.Message)}{Why(finding.RuleId)}</td>")
                .Append($"<td class=\"wide word\"><span class=\"pill {severity}\">{severity}</span></td>")
                .Append($"<td class=\"wide word\">{Text(finding.RuleId)}</td></tr>\n");
        }

        html.Append("</table>\n</div>\n");
    }

    private static void WriteContainer(StringBuilder html, ContainerObservation? container)
    {
        if (container is null)
        {
            return;
        }

        html.Append("<h2>The running container</h2>\n<div class=\"card\">\n<dl id=\"container\">\n");
        void Item(string term, string? value)
        {
            if (value is { Length: > 0 })
            {
                html.Append($"<dt>{term}</dt><dd>{Text(value)}</dd>\n");
            }
        }

        Item("Did not start", container.StartError);
        Item("Program", string.Join(' ', container.CommandLine));
        Item("User", container.UserId is { } user ? user == 0 ? "0 (root)" : Number(user) : null);
        Item("Ports", container.Ports is { } ports ? ports.Count == 0 ? "none"
            : string.Join(", ", ports.Select(port => port + (port.IsLoopback ? " (loopback)" : ""))) : null);
        Item("Health", container.Health);
        Item("Ended with code", container.ExitCode is { } code ? Number(code) : null);
        Item("Stopped", container.StopDuration is { } stop ? $"after {Seconds(stop.TotalSeconds)}{(container.WasKilled ? ", killed" : "")}"
            : null);
        html.Append("</dl>\n");
        if (container.Log.Count > 0)
        {
            html.Append("<pre>").AppendJoin('\n', container.Log.Select(Text)).Append("</pre>\n");
        }

        html.Append("</div>\n");
    }

    private static void WriteList(StringBuilder html, string title, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            html.Append($"<h2>{title}</h2>\n<div class=\"card\"><ul>\n").AppendJoin("", items.Select(item => $"<li>{Text(item)}</li>\n"))
                .Append("</ul></div>\n");
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} s");

    // Control and format characters could reorder what is shown, and a line end could pretend to be a line of the page.
    private static string Text(string text)
    {
        text = text.Length > LongestText ? text[..LongestText] + "..." : text;
        return WebUtility.HtmlEncode(VisibleText.Escape(text.Replace('\t', ' ')));
    }
}
