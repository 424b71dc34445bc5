using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>Workflow commands from which GitHub Actions makes annotations.</summary>
public sealed class GitHubReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        foreach (var file in result.Files)
        {
            foreach (var finding in file.Diagnostics)
            {
                var start = file.Source.Lines.GetPosition(finding.Span.Start);
                var end = file.Source.Lines.GetPosition(finding.Span.End);
                var command = finding.Severity switch
                {
                    Severity.Error => "error",
                    Severity.Warning => "warning",
                    _ => "notice",
                };
                writer.Write($"::{command} file={Property(file.Source.Path)},line={start.Line},col={start.Column},"
                    + $"endLine={end.Line},endColumn={end.Column},title={Property(finding.RuleId)}::{Data(finding.Message)}\n");
            }
        }
    }

    // Line ends have escapes of their own; whatever else is hidden is made visible first.
    internal static string Data(string text) => string.Join("%0A", text.Split('\n').Select(line =>
        string.Join("%0D", line.Split('\r').Select(part =>
            LogLine.Disarm(VisibleText.Escape(part, keepTabs: true), isWhole: false).Replace("%", "%25", StringComparison.Ordinal)))));

    internal static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
