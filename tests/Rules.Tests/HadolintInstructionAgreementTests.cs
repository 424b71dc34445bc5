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
        var expected = File.ReadLines(Path.Combine(SharedCorpus.Root, "hadolint-findings.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        var unread = expected.Where(row => row[2] == Linter.SyntaxErrorId).Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var theirs = expected.Where(row => s_ids.Contains(row[2])).Select(row => $"{row[0]}:{row[1]} {row[2]} {row[3]}").ToHashSet(StringComparer.Ordinal);
        var linter = new Linter(RuleCatalog.For(Profiles.Hadolint).Where(rule => s_ids.Contains(rule.Info.Id)), new LintConfig { Profile = Profiles.Hadolint });
        var ours = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in SharedCorpus.TrainFiles())
        {
            var name = Path.GetRelativePath(Path.Combine(SharedCorpus.Root, "train"), file);
            var source = SourceText.FromBytes(File.ReadAllBytes(file), name);
            ours.UnionWith(unread.Contains(name) ? [] : linter.Lint(source).Where(finding => s_ids.Contains(finding.RuleId))
                .Select(finding => $"{name}:{source.Lines.GetLine(finding.Span.Start)} {finding.RuleId} {finding.Severity.ToString().ToLowerInvariant()}"));
        }

        Assert.True(theirs.Count > 500, $"only {theirs.Count} findings to compare with");
        var differences = ours.Except(theirs).Select(row => "only ours: " + row).Concat(theirs.Except(ours).Select(row => "only theirs: " + row)).ToList();
        Assert.Equal(s_differences.Keys.Order(StringComparer.Ordinal), differences.Order(StringComparer.Ordinal));
    }
}
