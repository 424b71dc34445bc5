using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>A Dockerfile in which [| and |] mark what a rule has to report.</summary>
internal static class MarkedCase
{
    /// <summary>What the default profile is told: a day, so that rules that compare dates speak.</summary>
    internal static LintConfig DefaultConfig { get; } = new() { Settings = new LintSettings { Today = new DateOnly(2026, 11, 1) } };

    /// <summary>The same for tests of single rules, which are to tell their guesses, too.</summary>
    internal static LintConfig Config { get; } = DefaultConfig with { MinConfidence = Confidence.Hint };

    /// <summary>Asserts that the rule reports the marked spans and nothing else.</summary>
    internal static IReadOnlyList<Diagnostic> Check(string id, string marked)
    {
        var expected = new List<string>();
        var text = marked;
        while (text.IndexOf("[|", StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = text.IndexOf("|]", start, StringComparison.Ordinal);
            expected.Add($"{start}: {text[(start + 2)..end]}");
            text = text[..start] + text[(start + 2)..end] + text[(end + 2)..];
        }

        var rule = RuleCatalog.All.Single(rule => rule.Info.Id == id);
        var found = new Linter([rule], Config).Lint(SourceText.From(text)).Where(diagnostic => diagnostic.RuleId != Linter.SyntaxErrorId)
            .ToList();
        Assert.Equal(expected, found.Select(diagnostic => $"{diagnostic.Span.Start}: "
            + $"{text.Substring(diagnostic.Span.Start, diagnostic.Span.Length)}"));
        return found;
    }

    /// <summary>The file after the only fix of the only finding.</summary>
    internal static string Fixed(string id, string text)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Info.Id == id);
        var found = Assert.Single(new Linter([rule], Config).Lint(SourceText.From(text)));
        return Assert.Single(found.Fixes).Edits.Apply(text);
    }
}
