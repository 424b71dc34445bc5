using System.Collections.Concurrent;
using Dockerlint.Reporting;

namespace Dockerlint.FixProof;

/// <summary>The program: chooses cases, proves them, tells what came of it.</summary>
internal static class ProofRun
{
    private const int SampleSize = 60;
    private const int Skipped = 77;

    /// <summary>
    /// Without options: the fixed sample and the wrong fixes. <c>--all</c>: every pair. <c>--only TEXT</c>: those whose name contains it.
    /// <c>--twice</c>: each file twice instead of with its fix. <c>--list</c>: names only. <c>--write FILE</c>: the page of figures.
    /// <c>--jobs N</c>: builds at once.
    /// </summary>
    internal static async Task<int> MainAsync(string[] args)
    {
        var all = DocumentedCases.All.Concat(CaseReader.ReadFolder("Cases")).ToList();
        var chosen = Option(args, "--only") is { } only ? all.FindAll(proof => proof.ToString().Contains(only, StringComparison.Ordinal))
            : args.Contains("--all") ? all : Sample(all);
        if (args.Contains("--list"))
        {
            Console.WriteLine(string.Join('\n', chosen));
            return 0;
        }

        var socket = Environment.GetEnvironmentVariable("DOCKERLINT_ENGINE_MODERN");
        if (string.IsNullOrEmpty(socket) || string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DOCKERLINT_DOCKER")))
        {
            Console.Error.WriteLine("skipped: there is no engine with its client (eval \"$(eng/start-engine modern)\")");
            return Skipped;
        }

        Console.WriteLine(BaseImages.Make());
        using var engine = new Engine(socket);
        var pairs = new PairProof(engine, new BaseImages(), new Offences());
        var jobs = int.TryParse(Option(args, "--jobs"), out var number) ? number : 2;
        var outcomes = await RunAsync(chosen, args.Contains("--twice") ? pairs.TwiceAsync : pairs.ProveAsync, jobs);
        var failed = outcomes.Where(outcome => outcome.Verdict == Verdict.Different).ToList();
        foreach (var outcome in failed)
        {
            Show(outcome);
        }

        // The program itself is tried: each of these wrong fixes has to be found out.
        var wrong = args.Contains("--twice") ? [] : await RunAsync(CaseReader.ReadFolder("Wrong"), pairs.ProveAsync, jobs);
        var missed = wrong.Where(outcome => !IsFoundOut(outcome)).ToList();
        foreach (var outcome in missed)
        {
            Console.WriteLine($"{outcome.Case}: this fix is wrong, and that was not seen ({outcome.Verdict}) {outcome.Detail}");
        }

        if (Option(args, "--write") is { } page)
        {
            var twice = await RunAsync(chosen, pairs.TwiceAsync, jobs);
            await File.WriteAllTextAsync(page, ProofPage.Write(outcomes, twice, wrong, await engine.VersionAsync()));
        }

        Console.WriteLine($"{Count(outcomes, Verdict.Same)} pairs the same, {Count(outcomes, Verdict.Offence)} different by the offence, "
            + $"{Count(outcomes, Verdict.Refused)} without a safe fix, {Count(outcomes, Verdict.NotBuildable)} cannot be built, "
            + $"{failed.Count} wrong; {wrong.Count - missed.Count} of {wrong.Count} wrong fixes found out");
        return failed.Count + missed.Count == 0 ? 0 : 1;
    }

    // A build that fails would be no sign of what the comparison sees.
    private static bool IsFoundOut(Outcome outcome) =>
        outcome.Verdict == Verdict.Different && outcome.Detail.Contains("differences:", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<Outcome>> RunAsync(
        IReadOnlyList<ProofCase> cases, Func<ProofCase, Task<Outcome>> prove, int jobs)
    {
        var outcomes = new ConcurrentDictionary<ProofCase, Outcome>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs };
        await Parallel.ForEachAsync(cases, options, async (proof, _) => outcomes[proof] = await prove(proof));
        return [.. cases.Select(proof => outcomes[proof])];
    }

    // The first case of every rule, then the second of every rule and so on: the same ones in every run. Examples of the documentation
    // come after a case of our own.
    private static List<ProofCase> Sample(IReadOnlyList<ProofCase> all) =>
        [.. all.Where(proof => !proof.MayBeRefused).GroupBy(proof => proof.Rule, StringComparer.Ordinal)
            .SelectMany(rule => rule.OrderBy(proof => proof.Example is not null).Select((proof, index) => (proof, index)))
            .OrderBy(pair => pair.index).ThenBy(pair => pair.proof.Rule, StringComparer.Ordinal)
            .Take(SampleSize).Select(pair => pair.proof)];

    private static void Show(Outcome outcome)
    {
        Console.WriteLine($"\n{outcome.Case}: {outcome.Detail}");
        Console.WriteLine(outcome.After is { } after && after != outcome.Case.Dockerfile
            ? UnifiedDiff.Write("Dockerfile", outcome.Case.Dockerfile, after)
            : outcome.Case.Dockerfile);
    }

    private static int Count(IReadOnlyList<Outcome> outcomes, Verdict verdict) => outcomes.Count(outcome => outcome.Verdict == verdict);

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;
}
