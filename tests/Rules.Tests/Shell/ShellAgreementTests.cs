using System.Text;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Shell;

/// <summary>Our checks of scripts and ShellCheck's, side by side.</summary>
public sealed class ShellAgreementTests
{
    private static readonly string[] s_sets = ["made", "real"];
    private static readonly string? s_missing =
        File.Exists(ShellRecord.File) ? null : "the folder ../shared/shell beside the repository is absent";

    [Fact]
    public void Shellcheck_md_is_what_a_comparison_gives()
    {
        Assert.SkipWhen(s_missing is not null, s_missing ?? "");
        Snapshot.MatchDocument(Page(Compare(s_sets), [.. s_sets.Select(set => (set, Compare([set])))]), "docs", "shellcheck.md");
    }

    [Theory]
    [InlineData("made real", 99, 100)]
    [InlineData("real", 199, 200)]
    public void Nearly_all_findings_are_found_and_hardly_any_is_too_many(string chosen, int foundForOneMissed, int foundForOneExtra)
    {
        Assert.SkipWhen(s_missing is not null, s_missing ?? "");
        var differences = new List<string>();
        var counts = Compare(chosen.Split(' '), differences).Values;
        var found = counts.Sum(count => count.Found);
        var shown = string.Join('\n', differences.Distinct().Order(StringComparer.Ordinal));
        Assert.True(counts.Sum(count => count.Missed) * foundForOneMissed <= found, $"too many are missed\n{shown}");
        Assert.True(
            counts.Sum(count => count.Extra) * foundForOneExtra <= found, $"too many are told that ShellCheck does not tell\n{shown}");
    }

    private static SortedDictionary<int, (int Found, int Missed, int Extra)> Compare(
        string[] sets, List<string>? differences = null)
    {
        var counts = new SortedDictionary<int, (int Found, int Missed, int Extra)>();
        // What cannot be read is told where our grammar gives up, which is another place.
        foreach (var code in RuleCatalog.All.OfType<ShellRule>().Where(rule => rule.Info.Id != "SC1072")
            .Select(rule => Code(rule.Info.Id[2..])))
        {
            counts.Add(code, default);
        }

        foreach (var record in ShellRecord.All().Where(record => sets.Contains(record.Set)))
        {
            foreach (var (dialect, theirs) in record.Findings)
            {
                var ours = record.Ours(dialect);
                foreach (var finding in theirs.Where(finding => counts.ContainsKey(Code(finding))))
                {
                    var (found, missed, extra) = counts[Code(finding)];
                    counts[Code(finding)] = ours.Contains(finding) ? (found + 1, missed, extra) : (found, missed + 1, extra);
                    if (!ours.Contains(finding))
                    {
                        differences?.Add($"{finding} is missed in {record.Text}");
                    }
                }

                foreach (var finding in ours.Where(finding => !theirs.Contains(finding)))
                {
                    counts[Code(finding)] = counts[Code(finding)] with { Extra = counts[Code(finding)].Extra + 1 };
                    differences?.Add($"{finding} is too many in {record.Text}");
                }
            }
        }

        return counts;
    }

    private static int Code(string finding) =>
        int.Parse(finding.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static string Page(
        SortedDictionary<int, (int Found, int Missed, int Extra)> counts,
        (string Set, SortedDictionary<int, (int Found, int Missed, int Extra)> Counts)[] sets)
    {
        var reasons = File.ReadAllLines(RepositoryRoot.Combine("tests/Rules.Tests/Data/shellcheck-differences.tsv"))
            .Select(line => line.Split('\t')).ToDictionary(cells => Code(cells[0]), cells => cells[1]);
        var names = RuleCatalog.All.OfType<ShellRule>().ToDictionary(rule => Code(rule.Info.Id[2..]), rule => rule.Info.Name);
        var page = new StringBuilder("""
            # Checks of shell scripts

            Dockerlint checks the scripts of RUN itself, with the codes that people know from ShellCheck. This table compares its verdicts with those
            of ShellCheck 0.11 on several thousand scripts, real ones and made ones, each read as sh, dash, BusyBox's ash and bash: how many
            findings are the same to the character, how many are missed, how many are told that ShellCheck does not tell. A test writes the
            table. The numbers are dominated by a few checks: most of what is missed stands in scripts that our grammar does not read.

            `--shellcheck program` asks ShellCheck itself, and `both` asks it for the codes that are not in this table.


            """.ReplaceLineEndings("\n"));
        page.Append("| code | name | found | missed | extra | why |\n|---|---|--:|--:|--:|---|\n");
        foreach (var (code, (found, missed, extra)) in counts)
        {
            var reason = missed + extra == 0 ? "" : reasons.GetValueOrDefault(code, "see below");
            page.Append($"| SC{code} | {names[code]} | {found} | {missed} | {extra} | {reason} |\n");
        }

        page.Append("\n| scripts | found | missed | extra |\n|---|--:|--:|--:|\n");
        foreach (var (set, own) in (IEnumerable<(string, SortedDictionary<int, (int Found, int Missed, int Extra)>)>)
            [.. sets, ("together", counts)])
        {
            page.Append($"| {set} | {own.Values.Sum(count => count.Found)} | {own.Values.Sum(count => count.Missed)} | "
                + $"{own.Values.Sum(count => count.Extra)} |\n");
        }

        page.Append('\n');
        page.Append("Where no reason is given, the script has a mistake behind which ShellCheck reads on and our grammar does not, or the "
            + "other way round.\n");
        return page.ToString();
    }
}
