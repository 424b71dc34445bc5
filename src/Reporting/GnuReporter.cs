using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>One line a finding, after the GNU coding standards: <c>dockerlint:FILE:LINE:COL: CODE LEVEL: MESSAGE</c>.</summary>
public sealed class GnuReporter : IReporter
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
                writer.Write(LogLine.Disarm(
                    $"dockerlint:{path}:{line}:{column}: {finding.RuleId} {SeverityName.Of(finding.Severity)}: "
                        + $"{VisibleText.Escape(finding.Message)}") + "\n");
            }
        }
    }
}
