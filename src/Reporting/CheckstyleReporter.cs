using System.Globalization;
using System.Xml;
using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>Checkstyle 4.3 XML in hadolint's shape: an element a file, clean ones too.</summary>
public sealed class CheckstyleReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        using var xml = XmlOutput.Create(writer);
        xml.WriteStartDocument();
        xml.WriteStartElement("checkstyle");
        xml.WriteAttributeString("version", "4.3");
        foreach (var file in result.Files)
        {
            xml.WriteStartElement("file");
            xml.WriteAttributeString("name", XmlOutput.Text(result.PathOf(file)));
            foreach (var finding in file.Diagnostics)
            {
                var (line, column) = file.Source.Lines.GetPosition(finding.Span.Start);
                xml.WriteStartElement("error");
                xml.WriteAttributeString("line", line.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("column", column.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("severity", SeverityName.Of(finding.Severity));
                xml.WriteAttributeString("message", XmlOutput.Text(finding.Message));
                if (finding.RuleId != Linter.SyntaxErrorId)
                {
                    xml.WriteAttributeString("source", finding.RuleId);
                }

                xml.WriteEndElement();
            }

            xml.WriteFullEndElement();
        }

        xml.WriteFullEndElement();
    }
}
