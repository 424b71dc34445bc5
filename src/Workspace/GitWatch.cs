using System.Globalization;
using System.Text;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// Ends a git that is waited for in vain. While it is armed it looks several times a second: a git that sleeps in one and the same wait
/// for seconds, with all its input at hand, waits for something that need never come, such as a pipe that the settings of a repository
/// name. One that works, or waits for a disk, may take minutes. Where the system does not tell the two apart, only the minutes count.
/// </summary>
internal sealed class GitWatch : IDisposable
{
    private readonly Lock _lock = new();
    private readonly GitPatience _patience;
    private readonly int _process;
    private readonly Action _kill;
    private readonly Timer _timer;
    private bool _isArmed;
    private int _armed;
    private string? _state;
    private int _since;

    /// <param name="process">The number of the process.</param>
    /// <param name="patience">How long it is waited for.</param>
    /// <param name="kill">Ends it.</param>
    internal GitWatch(int process, GitPatience patience, Action kill)
    {
        (_process, _patience, _kill) = (process, patience, kill);
        _timer = new Timer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Why git was ended; null when it was not.</summary>
    internal string? Verdict { get; private set; }

    /// <summary>Begins to watch: from now on git is waited for, and has everything it needs.</summary>
    internal void Arm()
    {
        lock (_lock)
        {
            (_isArmed, _armed, _state) = (true, Environment.TickCount, null);
        }

        _timer.Change(_patience.Interval, _patience.Interval);
    }

    /// <summary>Ends watching: what git does now is nothing that anybody waits for.</summary>
    internal void Disarm()
    {
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_lock)
        {
            _isArmed = false;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_lock)
        {
            if (!_isArmed || Verdict is not null)
            {
                return;
            }

            var now = Environment.TickCount;
            var state = Sleep();
            _since = state is null || state != _state ? now : _since;
            _state = state;
            Verdict = now - _since >= _patience.Idle.TotalMilliseconds
                ? $"git waited {Seconds(_patience.Idle)} seconds for something that never came, such as a named pipe, and was ended"
                : now - _armed >= _patience.Silent.TotalMilliseconds
                    ? $"git said nothing for {Seconds(_patience.Silent)} seconds and was ended"
                : null;
            if (Verdict is not null)
            {
                _kill();
            }
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    // What tells one sleep of a process from the next: how often each of its threads went to sleep. Null when one of them works, waits
    // for a disk or was stopped, and when nobody can tell.
    private string? Sleep()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var state = new StringBuilder();
        try
        {
            var tasks = string.Create(CultureInfo.InvariantCulture, $"/proc/{_process}/task");
            foreach (var task in FolderReader.Read(tasks))
            {
                if (RegularFile.TryRead($"{tasks}/{task.Name}/status", ReadLimit.Pointer, out var bytes) is not null)
                {
                    return null;
                }

                var lines = PathText.Decode(bytes).Split('\n');
                if (!lines.Any(line => line.StartsWith("State:\tS", StringComparison.Ordinal))
                    || Array.Find(lines, line => line.StartsWith("voluntary_ctxt_switches:", StringComparison.Ordinal)) is not { } switches)
                {
                    return null;
                }

                state.Append(task.Name).Append(switches).Append('\n');
            }
        }
        catch (IOException)
        {
            return null; // it has ended
        }

        return state.ToString();
    }
}
