using System.Globalization;
using System.Text;
using Dockerlint.Cache;

namespace Dockerlint.Verification;

// Steps and layers.
public static partial class VerificationHtml
{
    private static void WriteScenarios(StringBuilder html, IReadOnlyList<ScenarioOutcome> scenarios)
    {
        foreach (var scenario in scenarios)
        {
            var wrong = scenario.Disagreements.Count();
            html.Append($"<h2>When {Text(scenario.Name)}")
                .Append($"<small>{Number(scenario.Compared)} steps compared, {(wrong == 0 ? "all" : Number(scenario.Compared - wrong))} as predicted</small></h2>\n")
                .Append("<div class=\"card\"><table class=\"scenario\">\n")
                .Append("<tr><th class=\"number line\">Line</th><th>Instruction</th><th>Predicted</th><th>Observed</th><th "
                    + "class=\"cause\">Cause</th></tr>\n");
            foreach (var step in scenario.Steps.Where(step => step.Trace.Status is not StepStatus.Metadata || step.IsComparable))
            {
                var mark = step.IsDisagreement ? "bad" : step.IsComparable ? "good" : "soft";
                html.Append($"<tr><td class=\"number line\">{Number(step.Step.Line)}</td>{Code(step.Step.Instruction.LogicalLine.Text)}")
                    .Append($"<td data-label=\"predicted\" class=\"word\">{step.Trace.Status.ToString().ToLowerInvariant()}{(step.Trace.Certainty == StepCertainty.Certain ? "" : "?")}</td>")
                    .Append($"<td data-label=\"observed\" class=\"word {mark}\">{step.Shown}{(step.IsDisagreement ? " &#10007;" : step.IsComparable ? " &#10003;" : "")}</td>")
                    .Append($"<td class=\"wide soft\">{Text(step.Trace.Cause?.Detail ?? "")}</td></tr>\n");
            }

            html.Append("</table>").Append(scenario.Error is { } error ? $"<p class=\"none bad\">The build failed: {Text(error)}</p>" : "")
                .Append("</div>\n");
        }
    }

    private static void WriteLayers(StringBuilder html, IReadOnlyList<LayerReport> layers)
    {
        if (layers.Count == 0)
        {
            return;
        }

        var largest = Math.Max(1, layers.Max(layer => layer.Size));
        html.Append($"<h2>Layers<small>{ByteCount.Show(layers.Sum(layer => layer.Size))} in all</small></h2>\n");
        WriteWhole(html, layers);
        html.Append("<div class=\"card\"><table id=\"layers\">\n")
            .Append("<tr><th class=\"number line\">Line</th><th>Instruction</th><th class=\"number\">Size</th><th "
                + "class=\"number\">Paths</th><th></th></tr>\n");
        foreach (var layer in layers)
        {
            html.Append($"<tr title=\"{Tip(layer)}\"><td class=\"number line\">{layer.Line}")
                .Append($"</td>{Code((layer.IsBase ? "base: " : "") + layer.CreatedBy, isAlone: false)}")
                .Append($"<td class=\"number\">{ByteCount.Show(layer.Size)}</td><td class=\"number spare\">{Number(layer.Files)}</td>")
                .Append($"<td class=\"bars\"><div class=\"bar{(layer.IsBase ? " base" : "")}\" style=\"width:{Percent(layer.Size, largest)}\">")
                .Append(layer.Wasted > 0 ? $"<i style=\"width:{Percent(layer.Wasted, layer.Size)}\"></i>" : "")
                    .Append("</div></td></tr>\n");
        }

        html.Append("</table><div class=\"key\"><i style=\"background:var(--base)\"></i>base image<i "
            + "style=\"background:var(--accent)\"></i>this file")
            .Append("<i style=\"background:var(--lost)\"></i>deleted or replaced by a later layer</div></div>\n");
    }

    // The image as one bar: what is wide is what to look at.
    private static void WriteWhole(StringBuilder html, IReadOnlyList<LayerReport> layers)
    {
        html.Append("<div class=\"whole\" aria-hidden=\"true\">");
        var shade = 0;
        foreach (var layer in layers.Where(layer => layer.Size > 0))
        {
            var tip = $"{(layer.Line is { } line ? $"line {Number(line)}, " : "")}{ByteCount.Show(layer.Size)}: {layer.CreatedBy}";
            html.Append(CultureInfo.InvariantCulture,
                $"<i class=\"{(layer.IsBase ? "base" : "")}\" style=\"flex:{layer.Size};--shade:{95 - (shade++ % 4 * 17)}%\" "
                + $"title=\"{Text(tip)}\"></i>");
        }

        html.Append("</div>\n");
    }

    private static string Tip(LayerReport layer) =>
        string.Join("&#10;", layer.Largest.Select(file => $"{Text("/" + file.Path)} {ByteCount.Show(file.Size)}"));

    private static void WriteWasted(StringBuilder html, VerificationReport report)
    {
        if (report.Wasted.Count == 0)
        {
            return;
        }

        html.Append("<h2>Deleted or replaced later")
            .Append($"<small>{ByteCount.Show(report.Layers.Sum(layer => layer.Wasted))} that nobody can use and everybody pulls</small>")
            .Append("</h2>\n")
            .Append("<div class=\"card\"><table id=\"wasted\">\n")
            .Append("<tr><th>Path</th><th class=\"number\">Size</th><th class=\"number\">Comes from</th><th class=\"number\">Lost "
                + "at</th></tr>\n");
        foreach (var file in report.Wasted)
        {
            html.Append($"<tr>{Code("/" + file.Path)}<td class=\"number\" data-label=\"size\">{ByteCount.Show(file.Size)}</td>")
                .Append($"<td class=\"number\" data-label=\"comes from\">{Place(report.Layers, file.Layer)}</td>")
                .Append($"<td class=\"number\" data-label=\"{(file.IsDeleted ? "deleted at" : "replaced at")}\">{Place(report.Layers, file.LostIn)}</td></tr>\n");
        }

        html.Append("</table></div>\n");
    }

    private static string Place(IReadOnlyList<LayerReport> layers, int index) => index >= layers.Count ? ""
        : layers[index].IsBase ? "base image"
        : layers[index].Line is { } line ? $"line {Number(line)}"
        : $"layer {Number(index + 1)}";

    private static void WriteSteps(StringBuilder html, IReadOnlyList<StepTiming> steps)
    {
        if (steps.Count == 0)
        {
            return;
        }

        var longest = steps.Max(step => step.IsCached ? 0 : step.Duration?.TotalSeconds ?? 0);
        html.Append("<h2>Steps of the first build</h2>\n<div class=\"card\"><table id=\"steps\">\n")
            .Append("<tr><th class=\"number line\">Line</th><th>Instruction</th><th class=\"number\">Time</th><th></th></tr>\n");
        foreach (var step in steps)
        {
            var seconds = step.IsCached ? 0 : step.Duration?.TotalSeconds ?? 0;
            var time = step.IsCached ? "cached" : step.Duration is null ? "" : Seconds(seconds);
            html.Append($"<tr><td class=\"number line\">{Number(step.Line)}</td>{Code(step.Instruction, isAlone: false)}")
                .Append($"<td class=\"number\">{time}</td>")
                .Append($"<td class=\"bars\">{(seconds > 0 && longest > 0 ? $"<div class=\"bar\" style=\"width:{Percent(seconds, longest)}\"></div>" : "")}</td></tr>\n");
        }

        html.Append("</table></div>\n");
    }

    // Two lines at most; the whole is told to who points at it.
    private static string Code(string text, bool isAlone = true) =>
        $"<td class=\"code{(isAlone ? " wide" : "")}\"><div class=\"clamp\" title=\"{Text(text.Trim())}\">{Text(text.Trim())}</div></td>";

    private static string Percent(double part, double whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{(whole > 0 ? 100 * part / whole : 0):0.##}%");
}
