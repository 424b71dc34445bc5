using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>One line a finding, as compilers write it: <c>FILE:LINE:COL: LEVEL CODE: MESSAGE</c>.</summary>
public sealed class ShortReporter : IReporter
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
                writer.Write(LogLine.Disarm($"{path}:{line}:{column}: {SeverityName.Of(finding.Severity)} {finding.RuleId}: "
                    + $"{VisibleText.Escape(finding.Message)}") + "\n");
            }
        }
    }
}
