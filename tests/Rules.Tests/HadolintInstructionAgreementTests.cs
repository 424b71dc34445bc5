using System.Collections.Immutable;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>The rules on instructions, as opposed to those on shell text, against what hadolint reports.</summary>
public sealed class HadolintInstructionAgreementTests
{
    private static readonly string[] s_ids =
    [
        "DL1001", "DL3000", "DL3002", "DL3006", "DL3007", "DL3010", "DL3011", "DL3012", "DL3020", "DL3021", "DL3022", "DL3023", "DL3024",
        "DL3025", "DL3026", "DL3029", "DL3043", "DL3044", "DL3045", "DL3048", "DL3049", "DL3050", "DL3051", "DL3052", "DL3053", "DL3054",
        "DL3055", "DL3056", "DL3057", "DL3058", "DL3061", "DL3063", "DL3064", "DL3065", "DL3066", "DL3067", "DL4000", "DL4003", "DL4004",
    ];

    /// <summary>Findings of one side only, with the reason: file, line, code.</summary>
    private static readonly Dictionary<string, string> s_differences = new(StringComparer.Ordinal);

    public static TheoryData<InstructionDifference> Differences => [.. InstructionDifference.All];

    [Fact]
    public void The_hadolint_profile_reports_on_the_corpus_what_hadolint_does()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var expected = File.ReadLines(SharedCorpus.HadolintFindings).Skip(1).Select(line => line.Split('\t')).ToList();
        var unread = expected.Where(row => row[2] == Linter.SyntaxErrorId).Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var theirs = expected.Where(row => s_ids.Contains(row[2])).Select(row => $"{row[0]}:{row[1]} {row[2]} {row[3]}")
            .ToHashSet(StringComparer.Ordinal);
        var linter = new Linter(
            RuleCatalog.For(Profile.Hadolint).Where(rule => s_ids.Contains(rule.Info.Id)), new LintConfig { Profile = Profile.Hadolint });
        var ours = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in SharedCorpus.TrainFiles())
        {
            var name = Path.Combine(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileName(file));
            var source = SourceText.FromBytes(File.ReadAllBytes(file), name);
            ours.UnionWith(unread.Contains(name) ? [] : linter.Lint(source).Where(finding => s_ids.Contains(finding.RuleId))
                .Select(finding => $"{name}:{source.Lines.GetLine(finding.Span.Start)} {finding.RuleId} "
                    + $"{finding.Severity.ToString().ToLowerInvariant()}"));
        }

        Assert.True(theirs.Count > 500, $"only {theirs.Count} findings to compare with");
        var differences = ours.Except(theirs).Select(row => "only ours: " + row)
            .Concat(theirs.Except(ours).Select(row => "only theirs: " + row)).ToList();
        Assert.Equal(s_differences.Keys.Order(StringComparer.Ordinal), differences.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void Where_the_default_verdict_differs_it_is_known_and_meant(InstructionDifference difference)
    {
        Assert.Equal(difference.Theirs, Lines(RuleCatalog.Variants(Profile.Hadolint), difference));
        Assert.Equal(difference.Ours, Lines(RuleCatalog.All, difference));
        Assert.NotEqual(difference.Theirs, difference.Ours);
    }

    [Fact]
    public void Every_rule_with_a_verdict_of_hadolints_own_shows_a_difference() =>
        Assert.Equal(RuleCatalog.Variants(Profile.Hadolint).Select(rule => rule.Info.Id).Where(s_ids.Contains),
            InstructionDifference.All.Select(difference => difference.Rule).Distinct().Order(StringComparer.Ordinal));

    private static int[] Lines(IEnumerable<Rule> rules, InstructionDifference difference)
    {
        // hadolint has two rules that are off until they are given a severity.
        var severities = ImmutableDictionary<string, Severity>.Empty.Add("DL1001", Severity.Info).Add("DL3057", Severity.Info);
        var linter = new Linter(rules.Where(rule => rule.Info.Id == difference.Rule), new LintConfig
        {
            Severities = severities,
            Settings = new LintSettings
            {
                TrustedRegistries = difference.Registries,
                LabelSchema = difference.Labels,
                HasStrictLabels = true,
                IgnoresPragmas = true
            },
        });
        var source = SourceText.From(difference.Dockerfile);
        return [.. linter.Lint(source).Where(finding => finding.RuleId == difference.Rule)
            .Select(finding => source.Lines.GetLine(finding.Span.Start)).Distinct()];
    }
}
