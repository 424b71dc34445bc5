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

    // Measured by a script beside the repository, which needs clones; these figures are written by hand.
    private const string Histories = """
        ## Real histories

        Pairs of parent and commit of public repositories, both built on Engine 28.5.2 with nothing else in its cache, against
        `cache diff` of the two checkouts. Base images were stand-ins whose shell writes something new at every RUN, and paths with `.git`
        were not in the contexts.

        | repository | pairs | steps | agree | disagree | unknown | open |
        |---|---:|---:|---:|---:|---:|---:|
        | argoproj/argo-workflows | 17 | 340 | 340 | 0 | 0 | 0 |
        | dani-garcia/vaultwarden | 18 | 252 | 252 | 0 | 0 | 0 |
        | docker/buildx | 15 | 90 | 90 | 0 | 0 | 0 |
        | moby/buildkit | 10 | 380 | 380 | 0 | 0 | 0 |
        | sissbruecker/linkding | 17 | 472 | 463 | 0 | 0 | 9 |
        | **all** | 77 | 1,534 | 1,525 | 0 | 0 | 9 |

        *Open* are steps that `certainty` calls so and that were reused. All nine are one `ADD` of an address over HTTP: of the fourteen builds in
        which nothing above it changed, the engine reported it as reused in nine and as done again in five, and what is behind it as reused in
        all. Where the folder `shared` lies beside the repository, and `CLONES/OWNER+NAME` is a clone of each:

            python3 ../shared/cache/history/compare.py --binary dockerlint --repos CLONES ../shared/cache/history/*.jsonl

        It fails when a step disagrees, a pair has no answer, or more than one step in a hundred is unknown.


        """;

    internal static string Of(IReadOnlyList<MeasuredCase> cases, IReadOnlyList<MeasuredCase> remote)
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

        AppendRemote(text, remote);
        return text.Append(Histories).Append(RandomBuilds).ToString().ReplaceLineEndings("\n");
    }

    private static void AppendRemote(StringBuilder text, IReadOnlyList<MeasuredCase> cases)
    {
        var verdicts = cases.Where(measured => measured.OutOfScope is null).ToDictionary(measured => measured.Id, CaseVerdict.Of);
        text.Append("""
            ## Imported caches, stores, platforms and options

            Two builds on Engine 28.5.2 each. For *import* the second begins on an emptied engine with what the first exported (`type=local`,
            `registry` and `inline`; `mode=min` and `max`). Cases are out of scope by name where two states and one cache do not tell them.

            | group and store | cases | agree | disagree | unknown | out of scope |
            |---|---:|---:|---:|---:|---|

            """);
        foreach (var group in cases.GroupBy(measured =>
            $"{MeasuredCase.Text(measured.Json, "group")}, {MeasuredCase.Text(measured.Json, "store")}"
                + (RemoteScope.IsImport(measured) ? $", {MeasuredCase.Text(measured.Json, "cacheMode")}" : ""))
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(Row(group.Key, [.. group], verdicts));
        }

        text.Append(Row("**all**", [.. cases], verdicts));
        text.Append(CultureInfo.InvariantCulture, $"\n{verdicts.Values.Sum(verdict => verdict.Judged)} steps were compared.\n\n");
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
