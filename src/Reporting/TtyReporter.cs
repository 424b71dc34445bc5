using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>hadolint's own lines: <c>FILE:LINE CODE LEVEL: MESSAGE</c>, and <c>FILE:LINE:COL MESSAGE</c> for what cannot be read.</summary>
/// <param name="color">Whether to colour the level.</param>
public sealed class TtyReporter(bool color = false) : IReporter
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
                var message = VisibleText.Escape(finding.Message);
                writer.Write(LogLine.Disarm(finding.RuleId == Linter.SyntaxErrorId
                    ? $"{path}:{line}:{column} {message}"
                    : $"{path}:{line} {finding.RuleId} {Paint(finding.Severity)}: {message}") + "\n");
            }
        }
    }

    private string Paint(Severity severity)
    {
        var name = SeverityName.Of(severity);
        return !color ? name : severity switch
        {
            Severity.Error => $"\e[1m\e[91m{name}\e[0m",
            Severity.Warning => $"\e[1m\e[93m{name}\e[0m",
            Severity.Info => $"\e[92m{name}\e[0m",
            _ => $"\e[96m{name}\e[0m",
        };
    }
}
