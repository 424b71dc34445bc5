using System.Diagnostics;
using System.Globalization;
using Dockerlint.Linting;

namespace Dockerlint.Cli;

/// <summary>How long each part of a run took, over all files and threads.</summary>
internal sealed class LintTimings
{
    internal const string Reading = "read";
    internal const string ShellCheck = "shellcheck";
    internal const string Reporting = "report";

    private static readonly string[] Parts =
        [Reading, ShellCheck, LintProbe.Parsing, LintProbe.Modelling, LintProbe.Scripts, LintProbe.Walking, LintProbe.Suppressing,
            Reporting];

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, long> _ticks = new(StringComparer.Ordinal);
    private int _files;

    /// <summary>Measures one file on the thread that calls it, until it is disposed of.</summary>
    internal FileProbe StartFile() => new(this, files: 1);

    /// <summary>Measures work for several files, or for one before it is linted.</summary>
    internal FileProbe StartPart(string part)
    {
        var probe = new FileProbe(this, files: 0);
        probe.Begin(part);
        return probe;
    }

    /// <summary>The results with the time that passes between taking them counted as reporting.</summary>
    internal IEnumerable<T> CountReporting<T>(IEnumerable<T> results)
    {
        foreach (var result in results)
        {
            var start = Stopwatch.GetTimestamp();
            yield return result;
            Add(Reporting, Stopwatch.GetTimestamp() - start);
        }
    }

    /// <summary>A table: what every file needs in the order of the work, then the rules, slowest first.</summary>
    internal void Write(TextWriter writer, int jobs)
    {
        var work = Math.Max(1, _ticks.Values.Sum());
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"timings: {_files} files, {jobs} jobs, {Milliseconds(Stopwatch.GetTimestamp() - _start):F1} ms from start to end, "
                + $"{Milliseconds(work):F1} ms of work"));
        var rules = _ticks.Where(part => !Parts.Contains(part.Key)).OrderByDescending(part => part.Value)
            .ThenBy(part => part.Key, StringComparer.Ordinal);
        foreach (var (part, ticks) in Parts.Where(_ticks.ContainsKey).Select(part => KeyValuePair.Create(part, _ticks[part])).Concat(rules))
        {
            writer.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(ticks),10:F3} ms {100.0 * ticks / work,5:F1} %  {part}"));
        }
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    private void Add(string part, long ticks)
    {
        lock (_ticks)
        {
            _ticks[part] = _ticks.GetValueOrDefault(part) + ticks;
        }
    }

    internal sealed class FileProbe(LintTimings timings, int files) : LintProbe, IDisposable
    {
        private readonly Dictionary<string, long> _own = new(StringComparer.Ordinal);
        private string? _part;
        private long _since;

        public override void Begin(string part)
        {
            var now = Stopwatch.GetTimestamp();
            if (_part is not null)
            {
                _own[_part] = _own.GetValueOrDefault(_part) + now - _since;
            }

            _part = part;
            _since = now;
        }

        public void Dispose()
        {
            Begin("");
            Interlocked.Add(ref timings._files, files);
            foreach (var (part, ticks) in _own)
            {
                timings.Add(part, ticks);
            }
        }
    }
}
