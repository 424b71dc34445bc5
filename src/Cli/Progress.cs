namespace Dockerlint.Cli;

/// <summary>
/// Tells on a terminal how many files are done, once a run takes longer than a moment. Silent where standard error is no terminal,
/// and where the findings themselves appear on it.
/// </summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly Timer? _timer;
    private readonly object _gate = new();
    private int _done;
    private bool _isShown;
    private bool _isOver;

    private Progress(bool isWanted) => _timer = isWanted ? new Timer(_ => Show(), null, s_patience, s_pause) : null;

    /// <summary>Begins to tell.</summary>
    /// <param name="findingsAreOnTerminal">Whether findings are written to the terminal while they come.</param>
    internal static Progress Begin(bool findingsAreOnTerminal) => new(!findingsAreOnTerminal && !Console.IsErrorRedirected);

    /// <summary>One more file is done.</summary>
    internal void Count() => Interlocked.Increment(ref _done);

    /// <summary>Takes the line away again.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _isOver = true;
            if (_isShown)
            {
                Console.Error.Write("\r\e[K");
            }
        }
    }

    private void Show()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _isShown = true;
                Console.Error.Write($"\r{_done} files linted\e[K");
            }
        }
    }
}
