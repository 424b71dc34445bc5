using System.Collections.Concurrent;
using Dockerlint.Reporting;
using Dockerlint.Testing;
using Dockerlint.Verification;

namespace Dockerlint.FixProof;

/// <summary>The part of the program that tries the formatter.</summary>
internal static class FormatRun
{
    private const int Skipped = 77;
    private const int Wanted = 100;

    /// <summary>
    /// Without options: the files of <c>Format</c>. <c>--all</c>: after them the cases of fixes and the files of the corpus until a hundred
    /// were
    /// built. <c>--only TEXT</c>: those whose name contains it.
    /// </summary>
    internal static async Task<int> MainAsync(string[] args)
    {
        var socket = Environment.GetEnvironmentVariable("DOCKERLINT_ENGINE_MODERN");
        if (string.IsNullOrEmpty(socket) || string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DOCKERLINT_DOCKER")))
        {
            Console.Error.WriteLine("skipped: there is no engine with its client (eval \"$(eng/start-engine modern)\")");
            return Skipped;
        }

        var isAll = args.Contains("--all");
        var only = Array.IndexOf(args, "--only") is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : "";
        var cases = CaseReader.ReadFolder("Format").Concat(isAll || only.Length > 0 ? Others() : [])
            .Where(proof => proof.ToString().Contains(only, StringComparison.Ordinal)).ToList();
        Console.WriteLine(BaseImages.Make());
        using var connection =
            await EngineConnection.OpenAsync([new EngineAddress(new Uri(socket), "DOCKERLINT_ENGINE_MODERN")], CancellationToken.None);
        using var engine = new Engine(socket);
        var trial = new FormatTrial(connection, engine, new BaseImages(), new Offences());
        var outcomes = new ConcurrentBag<Outcome>();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (proof, _) =>
        {
            if (!isAll || outcomes.Count(outcome => outcome.Verdict is Verdict.Same or Verdict.Different) < Wanted)
            {
                var outcome = await trial.TryAsync(proof);
                outcomes.Add(outcome);
                Show(outcome, isAll);
            }
        });

        var (same, wrong) = (Count(outcomes, Verdict.Same), Count(outcomes, Verdict.Different));
        Console.WriteLine($"{same + wrong} files built before and after they were formatted: {same} as predicted, {wrong} not; "
            + $"{Count(outcomes, Verdict.Refused)} have nothing to format, {Count(outcomes, Verdict.NotBuildable)} cannot be built here");

        // The files of this folder are there to be built.
        return wrong == 0 && (isAll || only.Length > 0 || same == cases.Count) ? 0 : 1;
    }

    private static IEnumerable<ProofCase> Others() =>
        CaseReader.ReadFolder("Cases").Concat(DocumentedCases.All)
            .Concat(SharedCorpus.TrainFiles()
                .Select(path => new ProofCase("corpus", SharedCorpus.RelativePath(path), File.ReadAllText(path))));

    private static void Show(Outcome outcome, bool isAll)
    {
        if (outcome.Verdict == Verdict.Refused || (isAll && outcome.Verdict == Verdict.NotBuildable))
        {
            return;
        }

        Console.WriteLine($"{outcome.Case}: {outcome.Verdict}: {outcome.Detail}");
        if (outcome.After is { } after)
        {
            Console.WriteLine(UnifiedDiff.Write("Dockerfile", outcome.Case.Dockerfile, after));
        }
    }

    private static int Count(IEnumerable<Outcome> outcomes, Verdict verdict) => outcomes.Count(outcome => outcome.Verdict == verdict);
}
