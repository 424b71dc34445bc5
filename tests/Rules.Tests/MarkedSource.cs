using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>A Dockerfile in which the places a rule has to report stand between « and ».</summary>
public static class MarkedSource
{
    /// <summary>Runs one rule of the default list, and compares the places it reports with the marked ones.</summary>
    public static IReadOnlyList<Diagnostic> Check(string id, string marked, LintSettings? settings = null)
    {
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var found = Lint(id, text, settings);
        Assert.Equal(marked, Mark(text, found.Select(diagnostic => diagnostic.Span)));
        return found;
    }

    /// <summary>What one rule reports.</summary>
    public static IReadOnlyList<Diagnostic> Lint(string id, string text, LintSettings? settings = null)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Info.Id == id);
        var linter = new Linter([rule], new LintConfig { MinConfidence = Confidence.Hint, Settings = settings ?? LintSettings.Default });
        return [.. linter.Lint(SourceText.From(text)).Where(diagnostic => diagnostic.RuleId != Linter.SyntaxErrorId)];
    }

    private static string Mark(string text, IEnumerable<TextSpan> spans)
    {
        var edits = spans.SelectMany(span => new[] { (Offset: span.Start, Mark: "«"), (Offset: span.End, Mark: "»") });
        foreach (var (offset, mark) in edits.OrderByDescending(edit => edit.Offset))
        {
            text = text.Insert(offset, mark);
        }

        return text;
    }
}
