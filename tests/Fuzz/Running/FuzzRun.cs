using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Dockerlint.Fuzz;

/// <summary>
/// A run: starts the processes, looks that each gets on, and goes on behind the input that one died of. What crashes a process or takes
/// too long is a failure like any other.
/// </summary>
internal sealed class FuzzRun(FuzzOptions options)
{
    // Seconds of the processor, since a machine that does other things too is no fault of an input.
    private const double LongestInput = 10;
    private const double LongestReduction = 60;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_standstill = TimeSpan.FromMinutes(5);

    private readonly FuzzTally _tally = new();
    private readonly long _began = Stopwatch.GetTimestamp();

    internal int Run()
    {
        // From other runs than this one; what fails again is written again.
        if (Directory.Exists(FailureFile.Folder))
        {
            Directory.Delete(FailureFile.Folder, recursive: true);
        }

        var threads = Enumerable.Range(0, options.Threads).Select(number => new Thread(() => Watch(number))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var seconds = Stopwatch.GetElapsedTime(_began).TotalSeconds;
        Console.Write(_tally.ToText(seconds));
        if (options.Report is { } report)
        {
            FuzzReport.Write(report, options, _tally, seconds);
        }

        return _tally.Failures == 0 ? 0 : 1;
    }

    // One process after the other until the inputs of this number are done.
    private void Watch(int number)
    {
        var next = (long)number;
        var maker = new InputMaker(options.Seed, options.Kind);
        while (Remaining() > 0 && next < (options.Inputs ?? long.MaxValue))
        {
            var path = Path.Combine(Path.GetTempPath(), $"dockerlint-fuzz-{Environment.ProcessId}-{number}");
            File.Delete(path);
            using (var state = new WorkerState(path))
            {
                var (index, failure) = Watch(state, next);
                foreach (var kind in Enum.GetValues<FuzzKind>())
                {
                    _tally.Add(kind, state.Count(kind));
                }

                if (failure is not null)
                {
                    var kind = maker.KindOf(index);
                    var origin = string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, input {index}");
                    _tally.Add(kind, 1);
                    _tally.Fail(kind, failure.Kind, FailureFile.Write(kind, maker.Make(index), failure, origin));
                }

                next = failure is null ? long.MaxValue : index + options.Threads;
            }

            File.Delete(path);
        }
    }

    private int Remaining() =>
        options.Seconds is { } seconds ? Math.Max(0, seconds - (int)Stopwatch.GetElapsedTime(_began).TotalSeconds) : 1;

    // What a process died of, and at which input; null when it came to its end.
    private (long Index, FuzzFailure? Failure) Watch(WorkerState state, long first)
    {
        using var process = Start(options.ForWorker(first, state.Path, Math.Max(1, Remaining())));
        var errors = new StringBuilder();
        var reading = new Thread(() => ReadErrors(process, errors));
        var listening = new Thread(() => Listen(process));
        reading.Start();
        listening.Start();
        FuzzFailure? slow = null;
        var (index, since, processor) = (-2L, Stopwatch.GetTimestamp(), TimeSpan.Zero);
        while (!process.WaitForExit(s_pause))
        {
            if (state.Index != index)
            {
                (index, since, processor) = (state.Index, Stopwatch.GetTimestamp(), ProcessorOf(process));
            }
            else if (index >= 0
                && ((ProcessorOf(process) - processor).TotalSeconds > (state.IsReducing ? LongestReduction : LongestInput)
                || Stopwatch.GetElapsedTime(since) > s_standstill))
            {
                slow = new FuzzFailure("too slow", $"more than {LongestInput} s");
                process.Kill();
                process.WaitForExit();
            }
        }

        reading.Join();
        listening.Join();
        var failure = slow ?? (process.ExitCode == 0 ? null : Crash(process.ExitCode, errors.ToString()));
        return (state.Index, state.Index < 0 && failure is not null
            ? throw new InvalidOperationException($"a process could not begin: {errors}") : failure);
    }

    private static TimeSpan ProcessorOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return TimeSpan.Zero; // It has ended.
        }
    }

    private static FuzzFailure Crash(int code, string errors)
    {
        var frame = errors.Split('\n').Select(line => line.Trim())
            .FirstOrDefault(line => line.StartsWith("at Dockerlint.", StringComparison.Ordinal)) ?? "";
        var what = errors.Contains("tack overflow", StringComparison.Ordinal) ? "stack overflow"
            : errors.Contains("OutOfMemory", StringComparison.Ordinal) ? "out of memory" : $"exit {code}";
        return new FuzzFailure($"crash: {what} {frame.Split('(')[0]}".TrimEnd(), errors);
    }

    private void Listen(Process process)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var kind, var failure, var path])
            {
                _tally.Fail(Enum.Parse<FuzzKind>(kind), failure, path);
            }
        }
    }

    // A stack overflow prints thousands of lines.
    private static void ReadErrors(Process process, StringBuilder errors)
    {
        while (process.StandardError.ReadLine() is { } line)
        {
            if (errors.Length < 8000)
            {
                errors.AppendLine(line);
            }
        }
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(FuzzRun).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // An input that wants all memory is to fail, and not the machine.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        return Process.Start(start)!;
    }
}
