using System.Globalization;
using System.Text;

namespace Dockerlint.FixProof;

/// <summary>Writes docs/fixes.md.</summary>
internal static class ProofPage
{
    /// <summary>The page about a run over all pairs.</summary>
    internal static string Write(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Outcome> wrong, Offences offences, string engine)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # What safe fixes do to images

            A safe fix leaves the image as it was, minus the offence. A program builds Dockerfiles before and after the fix on a real engine
            ({engine}) and compares the root file systems (paths, kinds, modes, owners, contents, link targets, extended attributes; not
            times) and the configuration of the images, and whether the builds succeed. Written by `tests/FixProof`; a fixed sample of 60
            pairs runs with every change:

                eval "$(eng/start-engine modern)"
                .ci/check-fixes                                    # the sample, and wrong fixes that have to be found out
                .ci/check-fixes --all --write docs/fixes.md        # all, and this page
                .ci/check-fixes --all --twice                      # each file twice without a fix: what differs is noise
                .ci/check-fixes --only DL3009                      # some

            Bases are stand-ins under the names of the real images: a busybox, and a real Debian 12 with `apt` and `dpkg`, whose packages
            come from a small repository in the image. `apk`, `dnf`, `yum`, `zypper`, `npm`, `yarn`, `pip`, `curl`, `wget`, `go` and a few
            others are scripts that treat files as the real programs do. What is shown is shown for those. Cases are in
            `tests/FixProof/Cases`, one file a rule; *refused* are cases for which it is right to offer no safe fix.


            """);
        page.Append("| rule | own pairs | documented | the same | differ by the offence | refused | not buildable | wrong |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var rule in outcomes.GroupBy(outcome => outcome.Case.Rule, StringComparer.Ordinal).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            Row(page, rule.Key == ProofCase.EveryRule ? "all rules at once" : rule.Key, [.. rule]);
        }

        Row(page, "**all**", outcomes);
        page.Append(CultureInfo.InvariantCulture, $"\nOf {wrong.Count} fixes that are wrong on purpose {wrong.Count(outcome => outcome.Verdict == Verdict.Different)} were found out (`tests/FixProof/Wrong`).\n");
        List(page, "What may differ, by rule", ["rule", "difference", "where", "why it is the offence"],
            outcomes.Select(outcome => outcome.Case.Rule).Distinct().Order(StringComparer.Ordinal).SelectMany(offences.Of).Concat(offences.OfAll).Select(line => new[] { line.Rule == "*" ? "all" : line.Rule, line.What, $"`{line.Pattern}`", line.Why }));
        List(page, "What differs between two builds of one file", ["where", "why"], offences.Noise.Select(line => new[] { $"`{line.Pattern}`", line.Why }));
        List(page, "Documented examples that cannot be built", ["rule", "example", "why"],
            outcomes.Where(outcome => outcome.Verdict == Verdict.NotBuildable).Select(outcome => new[] { outcome.Case.Rule, outcome.Case.Name, outcome.Detail }));
        List(page, "Wrong", ["rule", "case", "what"],
            outcomes.Where(outcome => outcome.Verdict == Verdict.Different).Select(outcome => new[] { outcome.Case.Rule, outcome.Case.Name, outcome.Detail.Split('\n')[0] }));
        return page.ToString();
    }

    private static void Row(StringBuilder page, string name, IReadOnlyList<Outcome> outcomes)
    {
        int Count(Verdict verdict) => outcomes.Count(outcome => outcome.Verdict == verdict);
        var built = outcomes.Where(outcome => outcome.Verdict is not (Verdict.NotBuildable or Verdict.Refused)).ToList();
        page.Append(CultureInfo.InvariantCulture, $"| {name} | {built.Count(outcome => outcome.Case.Example is null)} | {built.Count(outcome => outcome.Case.Example is not null)} | {Count(Verdict.Same)} | {Count(Verdict.Offence)} | {Count(Verdict.Refused)} | {Count(Verdict.NotBuildable)} | {Count(Verdict.Different)} |\n");
    }

    private static void List(StringBuilder page, string title, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Select(row => $"| {string.Join(" | ", row)} |\n").ToList();
        if (lines.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n{string.Concat(lines)}");
        }
    }
}
