using System.Text;
using System.Xml;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>XML without blanks between elements and without a final line end.</summary>
internal static class XmlOutput
{
    internal static XmlWriter Create(TextWriter writer) =>
        XmlWriter.Create(new Utf8Writer(writer), new XmlWriterSettings { CloseOutput = false });

    /// <summary>The text with what is hidden, and so all that XML 1.0 cannot hold, as escapes.</summary>
    internal static string Text(string text) => Dockerlint.Text.VisibleText.Escape(text);

    // The declaration names the encoding of its writer, which for a writer into memory would be UTF-16.
    private sealed class Utf8Writer(TextWriter inner) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => inner.Write(value);

        public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);

        public override void Write(string? value) => inner.Write(value);
    }
}
