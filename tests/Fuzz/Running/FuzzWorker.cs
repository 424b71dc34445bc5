using System.Diagnostics;
using System.Globalization;

namespace Dockerlint.Fuzz;

/// <summary>One process of a run: every so-manieth input, one after the other, until the end, the time, or a crash.</summary>
internal sealed class FuzzWorker(FuzzOptions options)
{
    // More examples of one fault than that help nobody.
    private const int MostExamples = 2;

    private const int MostTries = 600;

    private static readonly TimeSpan s_longestReduction = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly FuzzChecks _checks = new();

    internal int Run()
    {
        var (first, path) = options.Worker!.Value;
        using var state = new WorkerState(path);
        var maker = new InputMaker(options.Seed, options.Kind);
        var began = Stopwatch.GetTimestamp();
        for (var index = first; index < (options.Inputs ?? long.MaxValue); index += options.Threads)
        {
            if (options.Seconds is { } seconds && Stopwatch.GetElapsedTime(began).TotalSeconds > seconds)
            {
                break;
            }

            state.Index = index;
            var kind = maker.KindOf(index);
            var input = maker.Make(index);
            if (_checks.Check(kind, input) is { } failure)
            {
                Report(state, kind, index, input, failure);
            }

            state.Add(kind);
        }

        state.Index = -1;
        return 0;
    }

    private void Report(WorkerState state, FuzzKind kind, long index, byte[] input, FuzzFailure failure)
    {
        var count = _seen[failure.Kind] = _seen.GetValueOrDefault(failure.Kind) + 1;
        var path = "";
        if (count <= MostExamples)
        {
            state.IsReducing = true;
            var small = InputReducer.Reduce(input, smaller =>
                _checks.Check(kind, smaller)?.Kind == failure.Kind, MostTries, s_longestReduction);
            path = FailureFile.Write(kind, small, _checks.Check(kind, small) ?? failure,
                string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, input {index}"));
            state.IsReducing = false;
        }

        Console.WriteLine($"{kind}\t{failure.Kind.ReplaceLineEndings(" ").Replace('\t', ' ')}\t{path}");
        Console.Out.Flush();
    }
}
