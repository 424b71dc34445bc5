using System.Globalization;
using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>A table for a pull request comment.</summary>
public sealed class MarkdownReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        var counts = new SortedDictionary<Severity, int>();
        var files = 0;
        foreach (var file in result.Files)
        {
            files++;
            if (file.Diagnostics.Count == 0)
            {
                continue;
            }

            writer.Write($"### {MarkdownText.Of(file.Source.Path)}\n\n| line | severity | rule | finding |\n|---:|---|---|---|\n");
            foreach (var finding in file.Diagnostics)
            {
                counts[finding.Severity] = counts.GetValueOrDefault(finding.Severity) + 1;
                var line = file.Source.Lines.GetLine(finding.Span.Start);
                var rule = result.FindRule(finding.RuleId) is { HelpUrl: { } url } ? $"[{finding.RuleId}]({url})" : finding.RuleId;
                writer.Write($"| {line} | {SeverityName.Of(finding.Severity)} | {rule} | {MarkdownText.Of(finding.Message)} |\n");
            }

            writer.Write('\n');
        }

        var checkedFiles = files == 1 ? "1 file" : $"{files.ToString(CultureInfo.InvariantCulture)} files";
        writer.Write(counts.Count == 0
            ? $"No findings in {checkedFiles}.\n"
            : $"{string.Join(", ", counts.Select(count => $"{count.Value} {SeverityName.Of(count.Key)}"))} in {checkedFiles}.\n");
    }
}
