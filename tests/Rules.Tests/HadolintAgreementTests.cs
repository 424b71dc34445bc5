using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// The hadolint profile against what hadolint 2.15.1 reports on real files. Differences are named in hadolint-differences.tsv, each with
/// its reason; files that hadolint cannot read at all are left out.
/// </summary>
public sealed class HadolintAgreementTests
{
    private static readonly Lazy<Dictionary<string, (HashSet<Place> Theirs, HashSet<Place> Ours)>> s_findings = new(Collect);

    public static TheoryData<string> Ids =>
        [.. s_findings.Value.Keys.Concat(RuleCatalog.For(Profile.Hadolint).Select(rule => rule.Info.Id))
            .Where(id => id.StartsWith("DL", StringComparison.Ordinal)).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void The_findings_are_hadolints_but_for_the_known_differences(string id)
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var (theirs, ours) = s_findings.Value.GetValueOrDefault(id, ([], []));
        var known = KnownDifferences().Where(difference => difference.Rule == id).Select(difference => (difference.Sign, difference.Place))
            .ToHashSet();
        var found = theirs.Except(ours).Select(place => ('-', place)).Concat(ours.Except(theirs).Select(place => ('+', place))).ToHashSet();
        var news = found.Except(known).ToList();
        var gone = known.Except(found).ToList();
        Assert.True(news.Count + gone.Count == 0,
            $"not in hadolint-differences.tsv:\n{Shown(news, id)}\nno longer different:\n{Shown(gone, id)}");
    }

    [Fact]
    public void Files_that_hadolint_cannot_read_are_few_and_read_by_us()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        Assert.InRange(Rows().Count(row => row[2] == Linter.SyntaxErrorId), 1, 30);
    }

    [Fact]
    public void No_rule_of_the_profile_fails_on_a_corpus_file()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        Assert.DoesNotContain(Linter.InternalErrorId, s_findings.Value.Keys);
    }

    [Fact]
    public void The_severities_are_hadolints()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var theirs = Rows().Where(row => row[2].StartsWith("DL", StringComparison.Ordinal) && row[2] != Linter.SyntaxErrorId)
            .Select(row => (Id: row[2], Level: row[3])).Distinct().OrderBy(row => row.Id, StringComparer.Ordinal).ToList();
        var ours = RuleCatalog.For(Profile.Hadolint)
            .ToDictionary(rule => rule.Info.Id, rule => rule.Info.DefaultSeverity.ToString().ToLowerInvariant());
        Assert.Equal(theirs, theirs.Select(row => (row.Id, ours[row.Id])));
    }

    private static string Shown(IEnumerable<(char Sign, Place Place)> differences, string id) =>
        string.Join('\n', differences.Select(difference => $"{difference.Sign}\t{difference.Place.File}\t{difference.Place.Line}\t{id}")
            .Order(StringComparer.Ordinal));

    private static IEnumerable<string[]> Rows() => File.ReadLines(SharedCorpus.HadolintFindings).Skip(1).Select(line => line.Split('\t'));

    private static IEnumerable<(char Sign, string Rule, Place Place)> KnownDifferences() =>
        File.ReadLines(RepositoryRoot.Combine("tests", "Rules.Tests", "hadolint-differences.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => cells.Length == 5 && cells[4].Length > 10
                ? (cells[0][0], cells[3], new Place(cells[1], int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture)))
                : throw new InvalidDataException($"not a difference with a reason: {string.Join(' ', cells)}"));

    private static Dictionary<string, (HashSet<Place> Theirs, HashSet<Place> Ours)> Collect()
    {
        var all = new Dictionary<string, (HashSet<Place> Theirs, HashSet<Place> Ours)>();
        if (SharedCorpus.Missing is not null)
        {
            return all;
        }

        (HashSet<Place> Theirs, HashSet<Place> Ours) Of(string id) => all.TryGetValue(id, out var sets) ? sets : all[id] = ([], []);
        var unreadable = new HashSet<string>();
        foreach (var row in Rows().Where(row => row[2].StartsWith("DL", StringComparison.Ordinal)))
        {
            if (row[2] == Linter.SyntaxErrorId)
            {
                unreadable.Add(row[0]);
            }
            else
            {
                Of(row[2]).Theirs.Add(new Place(row[0], int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        var linter = new Linter(RuleCatalog.For(Profile.Hadolint), new LintConfig { Profile = Profile.Hadolint });
        foreach (var path in SharedCorpus.TrainFiles())
        {
            var file = SharedCorpus.RelativePath(path);
            if (unreadable.Contains(file))
            {
                continue;
            }

            var source = SourceText.FromBytes(File.ReadAllBytes(path), path);
            foreach (var finding in linter.Lint(source).Where(finding => finding.RuleId != Linter.SyntaxErrorId))
            {
                Of(finding.RuleId).Ours.Add(new Place(file, source.Lines.GetPosition(finding.Span.Start).Line));
            }
        }

        return all;
    }

    private sealed record Place(string File, int Line);
}
