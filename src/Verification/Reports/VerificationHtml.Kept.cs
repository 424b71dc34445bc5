using System.Text;
using Dockerlint.Text;

namespace Dockerlint.Verification;

// What was kept, why a rule is there, and how the image differs from another one.
public static partial class VerificationHtml
{
    private const int MostRows = 30;

    private static void WriteKept(StringBuilder html, VerificationReport report, SourceText source)
    {
        if (report.Kept.Count == 0)
        {
            return;
        }

        html.Append($"<h2>Promises kept<small>{Number(report.Kept.Count)}</small></h2>\n<div class=\"card\"><table id=\"kept\">\n")
            .Append("<tr><th class=\"number line\">Line</th><th>Promise</th><th></th><th>Rule</th></tr>\n");
        foreach (var kept in report.Kept)
        {
            html.Append($"<tr><td class=\"number line\">{Number(source.Lines.GetPosition(kept.Span.Start).Line)}</td>")
                .Append($"<td class=\"wide\">{Text(kept.Message)}</td><td class=\"word good\">&#10003;</td>")
                .Append($"<td class=\"wide word\">{Text(kept.RuleId)}</td></tr>\n");
        }

        html.Append("</table></div>\n");
    }

    // Opens without a script.
    private static string Why(string rule) => VerificationRules.Create().FirstOrDefault(known => known.Id == rule) is { Doc: { } doc }
        ? $"<details><summary class=\"soft\">{Text(doc.Summary)}</summary><p class=\"soft\">{Text(doc.Why)}</p></details>" : "";

    private static void WriteComparison(StringBuilder html, ImageComparison? comparison)
    {
        if (comparison is null)
        {
            return;
        }

        var (sizeBefore, sizeNow) = (ByteCount.Show(comparison.Before.Size), ByteCount.Show(comparison.After.Size));
        html.Append($"<h2>Compared<small>{sizeBefore} before, {sizeNow} now</small></h2>\n")
            .Append("<div class=\"card\"><table id=\"compared\">\n<tr><th>What</th><th class=\"number\">Before</th>")
            .Append("<th class=\"number\">Now</th></tr>\n");
        foreach (var (name, before, after) in comparison.Packages)
        {
            html.Append($"<tr>{Code(name)}<td class=\"number\">{Text(before ?? "-")}</td>")
                .Append($"<td class=\"number\">{Text(after ?? "-")}</td></tr>\n");
        }

        foreach (var (folder, _) in comparison.Folders.Take(MostRows))
        {
            html.Append($"<tr>{Code(folder)}")
                .Append($"<td class=\"number\">{ByteCount.Show(comparison.Before.Folders.GetValueOrDefault(folder))}</td>")
                .Append($"<td class=\"number\">{ByteCount.Show(comparison.After.Folders.GetValueOrDefault(folder))}</td></tr>\n");
        }

        foreach (var (path, before, now) in comparison.NewFiles.Take(MostRows).Select(file => (file.Key, "-", ByteCount.Show(file.Value)))
            .Concat(comparison.GoneFiles.Take(MostRows).Select(file => (file.Key, ByteCount.Show(file.Value), "-"))))
        {
            html.Append($"<tr>{Code(path)}<td class=\"number\">{before}</td><td class=\"number\">{now}</td></tr>\n");
        }

        html.Append("</table></div>\n");
    }
}
