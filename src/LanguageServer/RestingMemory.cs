namespace Dockerlint.LanguageServer;

/// <summary>Gives memory back when nobody has typed for a while: an editor is open all day, and most of the time it waits.</summary>
internal sealed class RestingMemory : IDisposable
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(2);

    private readonly Timer _timer;

    internal RestingMemory() => _timer = new Timer(static _ =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true));

    /// <summary>Something has come.</summary>
    internal void Touch() => _timer.Change(s_rest, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
