using System.Globalization;
using System.Text;

namespace Dockerlint.FixProof;

/// <summary>Writes docs/fixes.md.</summary>
internal static class ProofPage
{
    private const string Head = """
        # What safe fixes do to images

        A safe fix leaves the image as it was, minus the offence. A program builds Dockerfiles before and after the fix on a real engine
        and compares the root file systems (paths, kinds, modes, owners, contents, targets of links, extended attributes; not times), the
        configuration of the images, and whether the builds succeed. Written by `tests/FixProof`. A fixed sample of 60 pairs, which has
        every rule, is for every change; all take a few minutes:

            eval "$(eng/start-engine modern)"
            .ci/check-fixes                                    # the sample, and wrong fixes that have to be found out
            .ci/check-fixes --all --write docs/fixes.md        # all, and this page
            .ci/check-fixes --all --twice                      # each file twice without a fix: what differs is noise
            .ci/check-fixes --only DL3009                      # some

        Bases are stand-ins under the names of the real images: a busybox, and a real Debian 12 with `apt` and `dpkg`, whose packages
        come from a small repository in the image. `apk`, `dnf`, `yum`, `zypper`, `npm`, `yarn`, `pip`, `curl`, `wget`, `go` and a few
        others are scripts (`tests/FixProof/Bases/tools`) that treat files as the real programs do. Builds have no network. What is shown
        is shown for those, and for one platform. Hard links are compared as files. A frontend that `# syntax=` names is replaced by the
        engine's own. Windows images are not built.

        Cases are in `tests/FixProof/Cases`, one file a rule. *Refused* are cases for which it is right to offer no safe fix: most are
        there because a fix that looked safe made another image.


        """;

    private const string Columns = """
        | rule | own pairs | documented | the same | differ by the offence | refused | not buildable | wrong |
        |---|---:|---:|---:|---:|---:|---:|---:|

        """;

    /// <summary>The page about a run over all pairs.</summary>
    /// <param name="outcomes">The pairs.</param>
    /// <param name="twice">The same files built twice.</param>
    /// <param name="wrong">The fixes that are wrong on purpose.</param>
    /// <param name="engine">The version of the engine.</param>
    internal static string Write(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Outcome> twice, IReadOnlyList<Outcome> wrong, string engine)
    {
        var offences = new Offences();
        var page = new StringBuilder(Head);
        page.Append(CultureInfo.InvariantCulture, $"Engine {engine}.\n\n{Columns}");
        var rules = outcomes.Select(outcome => outcome.Case.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var rule in rules)
        {
            Row(page, rule == ProofCase.EveryRule ? "all rules at once" : rule, [.. outcomes.Where(outcome => outcome.Case.Rule == rule)]);
        }

        Row(page, "**all**", outcomes);
        var found = wrong.Count(outcome => outcome.Verdict == Verdict.Different);
        var same = twice.Count(outcome => outcome.Verdict == Verdict.Same);
        var noisy = twice.Count(outcome => outcome.Detail.Contains("differences:", StringComparison.Ordinal));
        page.Append(CultureInfo.InvariantCulture, $"""

            Of {wrong.Count} fixes that are wrong on purpose (`tests/FixProof/Wrong`) {found} were found out. {same} files were built twice,
            the second time without the cache, and were the same but for the noise below; {noisy} were not.

            """);

        List(page, "What may differ, by rule", "rule | difference | where | why it is the offence",
            from line in rules.SelectMany(offences.Of).Concat(offences.OfAll)
            select $"{(line.Rule == "*" ? "all" : line.Rule)} | {line.What} | `{line.Pattern}` | {line.Why}");
        List(page, "What differs between two builds of one file", "where | why",
            offences.Noise.Select(line => $"`{line.Pattern}` | {line.Why}"));
        List(page, "What cannot be built", "rule | example | why", Lines(Verdict.NotBuildable));
        List(page, "Wrong", "rule | case | what", Lines(Verdict.Different));
        return page.ToString();

        IEnumerable<string> Lines(Verdict verdict) => outcomes.Where(outcome => outcome.Verdict == verdict)
            .Select(outcome => $"{outcome.Case.Rule} | {outcome.Case.Name} | {outcome.Detail.Split('\n')[0]}");
    }

    private static void Row(StringBuilder page, string name, IReadOnlyList<Outcome> outcomes)
    {
        var built = outcomes.Where(outcome => outcome.Verdict is not (Verdict.NotBuildable or Verdict.Refused)).ToList();
        var documented = built.Count(outcome => outcome.Case.Example is not null);
        var counts = new[] { Verdict.Same, Verdict.Offence, Verdict.Refused, Verdict.NotBuildable, Verdict.Different }
            .Select(verdict => outcomes.Count(outcome => outcome.Verdict == verdict));
        var figures = string.Join(" | ", [built.Count - documented, documented, .. counts]);
        page.Append(CultureInfo.InvariantCulture, $"| {name} | {figures} |\n");
    }

    private static void List(StringBuilder page, string title, string heads, IEnumerable<string> rows)
    {
        var lines = rows.ToList();
        if (lines.Count > 0)
        {
            var rule = string.Concat(heads.Split('|').Select(_ => "---|"));
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| {heads} |\n|{rule}\n");
            page.AppendJoin("", lines.Select(line => $"| {line} |\n"));
        }
    }
}
