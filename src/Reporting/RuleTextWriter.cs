using System.Text;
using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>The documentation of a rule as it is read in a terminal.</summary>
/// <param name="style">How it is shown.</param>
public sealed class RuleTextWriter(TextReportStyle style)
{
    private const int LongestLine = 100;

    private readonly TextPainter _paint = new(style);

    /// <summary>One rule.</summary>
    public string Write(RuleInfo rule)
    {
        var text = new StringBuilder();
        text.Append(_paint.Strong(_paint.Link(rule.Id, rule.HelpUrl))).Append(' ').Append(_paint.Path(rule.Name)).Append("\n\n");
        Paragraph(text, rule.Doc.Summary);
        text.Append('\n');
        Fact(text, "Severity", _paint.Of(rule.DefaultSeverity, SeverityName.Of(rule.DefaultSeverity)));
        Fact(text, "Confidence", ConfidenceName.Of(rule.Confidence));
        Fact(text, "Category", rule.Category.ToString().ToLowerInvariant());
        Fact(text, "Fix", rule.Fix.ToString().ToLowerInvariant());
        Fact(text, "Since", rule.Since);
        Fact(text, "Same as", Peers(rule, isSame: true));
        Fact(text, "Compare", Peers(rule, isSame: false));
        Fact(text, "Page", rule.HelpUrl ?? "");
        Section(text, "Why", rule.Doc.Why);
        Section(text, "What to do", rule.Doc.Remedy ?? "");
        if (rule.Options.Count > 0)
        {
            Heading(text, "Options");
            foreach (var option in rule.Options)
            {
                Paragraph(text, $"{option.Name}: {option.Summary}");
            }
        }

        foreach (var example in rule.Doc.Examples)
        {
            Code(text, "Reported", example.Bad);
            Code(text, "Not reported", example.Good);
            Code(text, "Fixed", example.Fixed);
            Code(text, "The .dockerignore file, fixed", example.FixedDockerIgnore);
        }

        return text.ToString();
    }

    private static string Peers(RuleInfo rule, bool isSame) =>
        string.Join(", ", rule.Sources.Where(source => source.IsSame == isSame).Select(source => $"{source.Peer} {source.Id}"));

    private void Fact(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append("  ").Append(_paint.Faint(name.PadRight(12))).Append(value).Append('\n');
        }
    }

    private void Section(StringBuilder text, string title, string content)
    {
        if (content.Length > 0)
        {
            Heading(text, title);
            Paragraph(text, content);
        }
    }

    private void Heading(StringBuilder text, string title) => text.Append('\n').Append(_paint.Help(title)).Append('\n');

    private void Paragraph(StringBuilder text, string content)
    {
        foreach (var line in content.ReplaceLineEndings("\n").Split('\n').SelectMany(Wrapped))
        {
            text.Append("  ").Append(line).Append('\n');
        }
    }

    private IEnumerable<string> Wrapped(string line) =>
        TextReporter.Wrap(line.Replace("`", "", StringComparison.Ordinal), Math.Min(LongestLine, style.Width) - 2);

    private void Code(StringBuilder text, string title, string? code)
    {
        if (!string.IsNullOrEmpty(code))
        {
            Heading(text, title);
            foreach (var line in code.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            {
                text.Append("  ").Append(_paint.Faint("|")).Append(line.Length > 0 ? " " : "").Append(line).Append('\n');
            }
        }
    }
}
