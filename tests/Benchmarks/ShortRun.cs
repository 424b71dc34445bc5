using System.Diagnostics;
using System.Runtime;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Benchmarks;

/// <summary>
/// The figures that matter in under a minute: speed, allocations, and whether time grows with size alone. It needs no
/// statistics, because it looks for ratios: an input ten times as long may allocate at most twelve times as much. Its time grows more
/// than that, since it leaves the caches of the processor; what looks at everything again for each part takes a hundred times as long.
/// </summary>
internal static class ShortRun
{
    private const double HighestRatio = 12;

    private const double HighestTimeRatio = 50;

    // Enough for the largest of the inputs; small inputs are no base for a ratio, since they fit into the processor's caches.
    private const long NoCollectorBytes = 3_000_000_000;

    internal static int Run(bool isGrowthOnly)
    {
        if (!isGrowthOnly)
        {
            Speed();
        }

        return Growth(50_000) ? 0 : 1;
    }

    private static void Speed()
    {
        var linter = new Linter(RuleCatalog.All);
        Console.WriteLine($"{"what",-36}{"ms",10}{"MB/s",9}{"KB alloc/KB",13}");
        var small = SourceText.From(Inputs.Small);
        var large = SourceText.From(Inputs.OfSize(1024 * 1024));
        Report("parse, 4 KB", small.Length, () => DockerfileParser.Parse(small));
        Report("parse and model, 4 KB", small.Length, () => BuildModel.Create(DockerfileParser.Parse(small)));
        Report("lint, 4 KB", small.Length, () => linter.Lint(small));
        Report("parse, 1 MB", large.Length, () => DockerfileParser.Parse(large));
        Report("parse and model, 1 MB", large.Length, () => BuildModel.Create(DockerfileParser.Parse(large)));
        Report("lint, 1 MB", large.Length, () => linter.Lint(large));
        if (Inputs.Corpus.Count > 0)
        {
            var sources = Inputs.Corpus.Select(path => SourceText.FromBytes(File.ReadAllBytes(path), path)).ToArray();
            var scripts = ScriptsOf(sources);
            var characters = sources.Sum(source => source.Length);
            Report($"parse, {sources.Length} real files", characters, () =>
                Array.ForEach(sources, source => DockerfileParser.Parse(source)));
            Report($"shell, {scripts.Length} real scripts", scripts.Sum(script => script.Length), () =>
                Array.ForEach(scripts, script => ShellParser.Parse(script)));
            Report($"lint, {sources.Length} real files", characters, () => Array.ForEach(sources, source => linter.Lint(source)));
        }
    }

    internal static MappedText[] ScriptsOf(IEnumerable<SourceText> sources) =>
    [
        .. from source in sources
           let model = BuildModel.Create(DockerfileParser.Parse(source))
           from stage in model.Stages
           from step in stage.Steps
           where step.Instruction is RunInstruction
           from script in RunScript.Create((RunInstruction)step.Instruction, step.Before.Shell is [var shell, ..] ? shell : null)
           where script.Text is not null
           select script.Text,
    ];

    private static bool Growth(int parts)
    {
        // One rule is enough for the suppression comments to be read.
        var linter = new Linter(RuleCatalog.All.Take(1));
        var isLinear = true;
        Console.WriteLine();
        Console.WriteLine(
            $"{"parse, model, shell: ten times as much",-40}{$"ms at {parts / 10}",14}{$"ms at {parts}",14}{"ratio",8}{"bytes",8}");
        foreach (var (name, make) in Inputs.Hostile)
        {
            var (first, second) = (SourceText.From(make(parts / 10)), SourceText.From(make(parts)));
            var one = FastestWithoutCollector(() => Everything(first), 4);
            var ten = FastestWithoutCollector(() => Everything(second), 2);
            // Below a millisecond the clock says more than the code.
            var ratio = ten / Math.Max(one, 1);
            var bytes = (double)Allocated(() => Everything(second)) / Allocated(() => Everything(first));
            var isTooMuch = bytes > HighestRatio || ratio > HighestTimeRatio;
            isLinear &= !isTooMuch;
            Console.WriteLine($"{name,-40}{one,14:F1}{ten,14:F1}{ratio,8:F1}{bytes,8:F1}{(isTooMuch ? "  too much" : "")}");
        }

        // The same for all rules, with files that are made for them.
        var all = new Linter(RuleCatalog.For(Profile.Strict));
        foreach (var (name, make) in HostileFiles.All)
        {
            var (first, second) = (SourceText.From(make(parts / 100)), SourceText.From(make(parts / 10)));
            var one = FastestWithoutCollector(() => all.Lint(first), 4);
            var ten = FastestWithoutCollector(() => all.Lint(second), 2);
            var ratio = ten / Math.Max(one, 1);
            var bytes = (double)Allocated(() => all.Lint(second)) / Allocated(() => all.Lint(first));
            var isTooMuch = bytes > HighestRatio || ratio > HighestTimeRatio;
            isLinear &= !isTooMuch;
            Console.WriteLine($"{"all rules: " + name,-40}{one,14:F1}{ten,14:F1}{ratio,8:F1}{bytes,8:F1}{(isTooMuch ? "  too much" : "")}");
        }

        return isLinear;

        void Everything(SourceText source)
        {
            var model = BuildModel.Create(DockerfileParser.Parse(source));
            foreach (var stage in model.Stages)
            {
                ScriptUse.OfStage(stage).Count();
            }

            linter.Lint(source);
        }
    }

    private static void Report(string name, int characters, Action action)
    {
        var milliseconds = Fastest(action, 20);
        var bytes = Allocated(action);
        Console.WriteLine($"{name,-36}{milliseconds,10:F2}{characters / milliseconds / 1000,9:F1}{(double)bytes / characters,13:F1}");
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // The least processor time of some runs after a warm-up: other programs only ever add to it.
    private static double Fastest(Action action, int runs)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 50 && clock.ElapsedMilliseconds < 150; i++)
        {
            action();
        }

        var best = double.MaxValue;
        for (var i = 0; i < runs; i++)
        {
            var before = Environment.CpuUsage.UserTime;
            action();
            best = Math.Min(best, (Environment.CpuUsage.UserTime - before).TotalMilliseconds);
        }

        return best;
    }

    // Like Fastest, with the collector kept out as far as memory goes: what it costs to move survivors grows faster than the input.
    private static double FastestWithoutCollector(Action action, int runs)
    {
        action();
        action();
        var best = double.MaxValue;
        for (var i = 0; i < runs; i++)
        {
            GC.Collect();
            GC.TryStartNoGCRegion(NoCollectorBytes);
            var before = Environment.CpuUsage.UserTime;
            action();
            best = Math.Min(best, (Environment.CpuUsage.UserTime - before).TotalMilliseconds);
            if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            {
                GC.EndNoGCRegion();
            }
        }

        return best;
    }
}
