using System.Globalization;
using System.Text;

namespace Dockerlint.Tests;

/// <summary>The generated page that says how often predictions agree with measurements.</summary>
internal static class AccuracyTable
{
    // Measured by tests/Verification.Tests, which needs engines; these figures are written by hand.
    private const string RandomBuilds = """
        ## Random builds

        `tests/Verification.Tests` makes random pairs of builds, has an engine build both, and compares every step. Dockerfiles have one to three
        stages (from an image, each other, `scratch`, a global argument), arguments and variables in every form, copies with globs, links,
        archives, empty folders, owners, modes, `--link`, `--exclude`, `--unpack`, mounts of every type, heredocs, shells, users, working
        directories, ONBUILD, scripts on files that other stages take, and ignore files with `!` and `**`. Changes are of contents, modes, names,
        links, folders, arguments, targets, ignore rules, the base image (its configuration, layers, triggers), instructions (new, gone,
        swapped, replaced) and of the layout alone (case, blanks, continuations, comments, CRLF).

        | builder | pairs | steps compared | disagree | left open |
        |---|---:|---:|---:|---:|
        | BuildKit of Engine 28.5.2 | 574 | 2,366 | 0 | 8 |
        | classic of Engine 20.10.24 | 433 | 3,497 | 0 | 30 |

        *Left open* are steps that count as rebuilt but may be reused in the end, since they take files that a step makes again which cannot be
        foreseen. Pairs whose first build fails in a command are not counted. 40 pairs run in CI, more with
        `DOCKERLINT_AGREEMENT_PAIRS=300`; what earlier runs found are cases in `tests/Cache.Tests`.

        """;

    internal static string Of(IReadOnlyList<MeasuredCase> cases)
    {
        var verdicts = cases.Where(measured => measured.OutOfScope is null).ToDictionary(measured => measured.Id, CaseVerdict.Of);
        var text = new StringBuilder("""
            # How often the cache predictions are right

            Each case is a Dockerfile, a context and a change, built on a real engine before and after the change; every step that the
            engine reported as reused or done again is compared with the prediction. BuildKit is the one in Engine 28.5.2 (0.11.6 for
            `--link`), the classic builder that of Engine 20.10.24. A case agrees when all its steps do; *unknown* are cases where a step
            is left open. Written by the tests of `tests/Cache.Tests`.

            """).Append('\n');
        foreach (var builder in cases.Select(measured => measured.Builder).Distinct().Order(StringComparer.Ordinal))
        {
            Append(text, builder, [.. cases.Where(measured => measured.Builder == builder)], verdicts);
        }

        return text.Append(RandomBuilds).ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder text, string builder, List<MeasuredCase> cases, Dictionary<string, CaseVerdict> verdicts)
    {
        text.Append(CultureInfo.InvariantCulture,
            $"## {builder}\n\n| kind of case | cases | agree | disagree | unknown | out of scope |\n|---|---:|---:|---:|---:|---|\n");
        foreach (var kind in cases.GroupBy(measured => measured.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(Row(kind.Key, [.. kind], verdicts));
        }

        text.Append(Row("**all**", cases, verdicts));
        var judged = cases.Where(measured => measured.OutOfScope is null).Sum(measured => verdicts[measured.Id].Judged);
        text.Append(CultureInfo.InvariantCulture, $"\n{judged} steps were compared.\n\n");
    }

    private static string Row(string name, List<MeasuredCase> cases, Dictionary<string, CaseVerdict> verdicts)
    {
        var judged = cases.Where(measured => measured.OutOfScope is null).Select(measured => verdicts[measured.Id]).ToList();
        var wrong = judged.Count(verdict => verdict.Disagreements.Count > 0);
        var unknown = judged.Count(verdict => verdict.Disagreements.Count == 0 && verdict.Unknown > 0);
        var outside = cases.Where(measured => measured.OutOfScope is not null).GroupBy(measured => measured.OutOfScope!)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}");
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {cases.Count} | {judged.Count - wrong - unknown} | {wrong} | {unknown} | {string.Join(", ", outside)} |\n");
    }
}
