using System.Globalization;
using System.Xml;
using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>JUnit XML in hadolint's shape: a suite a file, a failed case a finding.</summary>
public sealed class JUnitReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        using var xml = XmlOutput.Create(writer);
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("id", result.Started.UtcDateTime.ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("name", "Dockerlint run at "
            + result.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC");
        xml.WriteAttributeString("time", "0.001");
        foreach (var file in result.Files)
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("id", "dockerlint");
            xml.WriteAttributeString("name", $"Dockerlint {result.ToolVersion}");
            xml.WriteAttributeString("time", "0.001");
            xml.WriteAttributeString("tests", file.Diagnostics.Count.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("failures", file.Diagnostics.Count.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString(
                "errors", file.Diagnostics.Count(finding => finding.RuleId == Linter.SyntaxErrorId).ToString(CultureInfo.InvariantCulture));
            foreach (var finding in file.Diagnostics)
            {
                Write(xml, result.PathOf(file), file.Source.Lines.GetLine(finding.Span.Start), finding);
            }

            xml.WriteFullEndElement();
        }

        xml.WriteFullEndElement();
    }

    private static void Write(XmlWriter xml, string path, int line, Diagnostic finding)
    {
        var isSyntax = finding.RuleId == Linter.SyntaxErrorId;
        var level = SeverityName.Of(finding.Severity);
        var message = XmlOutput.Text(finding.Message);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("id", isSyntax ? "dockerlint.error" : $"dockerlint.rule.{finding.RuleId}");
        xml.WriteAttributeString("name", finding.RuleId);
        xml.WriteAttributeString("classname", XmlOutput.Text(path));
        xml.WriteAttributeString("time", "0.001");
        xml.WriteStartElement("failure");
        xml.WriteAttributeString("type", isSyntax ? "error" : level.ToUpperInvariant());
        xml.WriteAttributeString("message", message);
        xml.WriteAttributeString("id", finding.RuleId);
        xml.WriteString($"\nFile: {XmlOutput.Text(path)}\nLine: {line}\nCategory: {finding.RuleId}\n{level}: {message}\n");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
