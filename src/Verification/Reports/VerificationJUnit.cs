using System.Globalization;
using System.Text;
using System.Xml;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Verification;

/// <summary>Writes a report as JUnit XML: a case for each promise, passed, failed, or skipped with the reason.</summary>
public static class VerificationJUnit
{
    /// <summary>The whole report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="findings">The findings as they are reported.</param>
    /// <param name="source">The Dockerfile.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(VerificationReport report, IEnumerable<Diagnostic> findings, SourceText source, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(source);
        var all = findings.ToList();
        var open = all.Where(finding => finding.RuleId == VerificationRules.NotChecked).ToList();
        var broken = all.Except(open).ToList();
        var skipped = report.NotChecked.Concat(report.Skipped).Concat(report.Accepted).ToList();
        using var xml = XmlWriter.Create(writer, new XmlWriterSettings { Indent = true, CheckCharacters = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "dockerlint verify " + Clean(source.Path));
        xml.WriteAttributeString("tests", Number(broken.Count + report.Kept.Count + skipped.Count));
        xml.WriteAttributeString("failures", Number(broken.Count));
        xml.WriteAttributeString("skipped", Number(skipped.Count));
        xml.WriteAttributeString("errors", report.Problem is null ? "0" : "1");
        foreach (var kept in report.Kept)
        {
            Case(xml, source, kept.RuleId, kept.Message, static _ => { });
        }

        foreach (var finding in broken)
        {
            var line = source.Lines.GetPosition(finding.Span.Start).Line;
            Case(xml, source, finding.RuleId, finding.Message, inner =>
            {
                inner.WriteStartElement("failure");
                inner.WriteAttributeString("type", finding.Severity.ToString().ToUpperInvariant());
                inner.WriteAttributeString("message", Clean(finding.Message));
                inner.WriteString($"{Clean(source.Path)}:{Number(line)}: {Clean(finding.Message)}");
                inner.WriteEndElement();
            });
        }

        foreach (var reason in skipped)
        {
            Case(xml, source, VerificationRules.NotChecked, reason, inner =>
            {
                inner.WriteStartElement("skipped");
                inner.WriteAttributeString("message", Clean(reason));
                inner.WriteEndElement();
            });
        }

        if (report.Problem is { } problem)
        {
            Case(xml, source, "engine", "the verification comes to its end", inner =>
            {
                inner.WriteStartElement("error");
                inner.WriteAttributeString("message", Clean(problem));
                inner.WriteEndElement();
            });
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Case(XmlWriter xml, SourceText source, string rule, string name, Action<XmlWriter> inner)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(source.Path));
        xml.WriteAttributeString("name", $"{rule}: {Clean(name)}");
        inner(xml);
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Only what XML can hold; what images and logs write is spelled out where it is not text.
    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in VisibleText.Escape(text).EnumerateRunes())
        {
            clean.Append(rune.Value is 0xFFFE or 0xFFFF || (rune.Value < ' ' && rune.Value != '\t') ? "?" : rune.ToString());
        }

        return clean.ToString();
    }
}
