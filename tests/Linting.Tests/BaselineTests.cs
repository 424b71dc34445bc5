using Dockerlint.Linting;
using Dockerlint.Linting.Baseline;
using Dockerlint.Linting.Config;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class BaselineTests
{
    private const string Before = "FROM a\nRUN x\nRUN  x\n";

    [Fact]
    public void A_finding_stays_known_when_lines_move_and_its_file_is_renamed()
    {
        var baseline = Written(("a/Dockerfile", Before, "FROM a"));
        const string after = "# a comment\n\nFROM   a\nRUN y\n";
        Assert.Empty(New(baseline, ("a/Dockerfile", after, "FROM")));
        Assert.Empty(New(baseline, ("b/Dockerfile", after, "FROM")));
    }

    [Fact]
    public void A_finding_on_a_changed_line_is_new()
    {
        Assert.Single(New(Written(("Dockerfile", Before, "FROM a")), ("Dockerfile", "FROM b\n", "FROM")));
    }

    [Fact]
    public void Each_entry_stands_for_one_finding()
    {
        var baseline = Written(("Dockerfile", "RUN x\n", "RUN"));
        Assert.Single(New(baseline, ("Dockerfile", "RUN x\nRUN x\n", "RUN")));
    }

    [Fact]
    public void A_copy_of_a_file_does_not_use_up_the_entries_of_the_file_that_is_still_there()
    {
        var baseline = Written(("b/Dockerfile", "RUN x\n", "RUN"));
        Assert.Equal(["a/Dockerfile"], New(baseline, ("a/Dockerfile", "RUN x\n", "RUN"), ("b/Dockerfile", "RUN x\n", "RUN")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\": 2, \"findings\": []}")]
    [InlineData("{\"version\": 1}")]
    [InlineData("{\"version\": 1, \"findings\": [{}]}")]
    [InlineData("{\"version\": 1, \"findings\": [7]}")]
    public void What_is_no_baseline_is_an_error_and_never_an_exception(string text)
    {
        var errors = new List<ConfigError>();
        Assert.Null(FindingBaseline.Read(text, "b.json", errors));
        Assert.StartsWith("b.json:1:", Assert.Single(errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_baseline_knows_nothing()
    {
        var errors = new List<ConfigError>();
        Assert.Empty(FindingBaseline.Read(FindingBaseline.Write([]), "b.json", errors)!.Entries);
        Assert.Empty(errors);
    }

    // Each text has a finding of one rule at every occurrence of a word.
    private static IReadOnlyList<(string File, string Fingerprint)> Findings((string File, string Text, string Word) file)
    {
        var source = SourceText.From(file.Text, file.File);
        var found = new List<Diagnostic>();
        for (var i = file.Text.IndexOf(file.Word, StringComparison.Ordinal); i >= 0; i =
            file.Text.IndexOf(file.Word, i + 1, StringComparison.Ordinal))
        {
            found.Add(new Diagnostic("DK1", Severity.Info, "m", new TextSpan(i, file.Word.Length)));
        }

        return [.. FindingFingerprint.Of(source, found).Select(fingerprint => (file.File, fingerprint))];
    }

    private static FindingBaseline Written(params (string File, string Text, string Word)[] files)
    {
        var errors = new List<ConfigError>();
        var text = FindingBaseline.Write(
            files.SelectMany(Findings).Select(finding => new BaselineEntry(finding.File, "DK1", finding.Fingerprint)));
        return FindingBaseline.Read(text, "b.json", errors)!;
    }

    private static List<string> New(FindingBaseline baseline, params (string File, string Text, string Word)[] files)
    {
        var filter = baseline.FilterFor(files.Select(file => file.File));
        return [.. files.SelectMany(Findings).Where(finding => !filter.IsKnown(finding.File, finding.Fingerprint))
            .Select(finding => finding.File)];
    }
}
