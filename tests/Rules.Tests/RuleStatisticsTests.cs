using System.Globalization;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>How often each rule speaks on real files: <c>docs/rule-statistics.md</c>, between its two marks.</summary>
public sealed class RuleStatisticsTests
{
    private const string Begin = "<!-- generated: begin -->\n";
    private const string End = "<!-- generated: end -->\n";

    [Fact]
    public void The_statistics_are_those_of_the_rules()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        Snapshot.MatchPart(Table(), Begin, End, "docs", "rule-statistics.md");
    }

    private static string Table()
    {
        var files = SharedCorpus.TrainFiles();
        var linter = new Linter(RuleCatalog.All, MarkedCase.Config);
        var found = new Dictionary<string, (int Findings, int Hints, int Files)>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var group in linter.Lint(SourceText.FromBytes(File.ReadAllBytes(file), file)).GroupBy(diagnostic => diagnostic.RuleId))
            {
                var (findings, hints, inFiles) = found.GetValueOrDefault(group.Key);
                found[group.Key] = (findings + group.Count(),
                    hints + group.Count(finding => finding.Confidence == Confidence.Hint), inFiles + 1);
            }
        }

        var builder = new StringBuilder();
        Append(builder, $"{files.Count} files; rules that compare dates are told {MarkedCase.Config.Settings.Today:yyyy-MM-dd}.\n\n");
        Append(builder, $"Hints are counted among the findings; the default profile does not show them.\n\n");
        foreach (var (title, isDefault) in new[] { ("On by default", true), ("On in the strict profile, or elsewhere, only", false) })
        {
            Append(builder, $"### {title}\n\n| rule | name | severity | findings | hints | files |\n|---|---|---|---:|---:|---:|\n");
            foreach (var rule in RuleCatalog.All.Select(rule => rule.Info)
                .Where(rule => rule.Profiles.HasFlag(Profiles.Default) == isDefault)
                .OrderByDescending(rule => found.GetValueOrDefault(rule.Id).Findings).ThenBy(rule => rule.Id, StringComparer.Ordinal))
            {
                var (findings, hints, inFiles) = found.GetValueOrDefault(rule.Id);
                Append(builder, $"| {rule.Id} | {rule.Name} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} ");
                Append(builder, $"| {findings} | {hints} | {inFiles} |\n");
            }

            builder.Append('\n');
        }

        return builder.ToString();
    }

    private static void Append(StringBuilder builder, FormattableString text) =>
        builder.Append(text.ToString(CultureInfo.InvariantCulture));
}
