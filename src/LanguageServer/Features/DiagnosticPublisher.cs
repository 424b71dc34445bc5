using System.Collections.Concurrent;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;

namespace Dockerlint.LanguageServer.Features;

/// <summary>
/// Tells the findings of documents as they change: the newest version of each, and each document by itself. What a slow program says
/// of them comes when the typing rests.
/// </summary>
internal sealed class DiagnosticPublisher : IDisposable
{
    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(250);

    private readonly ServerState _state;
    private readonly Action<PublishParams> _publish;
    private readonly Action _refresh;
    private readonly Action<string> _log;
    private readonly ConcurrentDictionary<string, Turn> _turns = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();

    internal DiagnosticPublisher(ServerState state, Action<PublishParams> publish, Action refresh, Action<string> log) =>
        (_state, _publish, _refresh, _log) = (state, publish, refresh, log);

    /// <summary>A document has another version.</summary>
    internal void Changed(OpenDocument document)
    {
        var turn = _turns.GetOrAdd(document.Uri, static _ => new Turn());
        lock (turn)
        {
            turn.Next = document;
            if (turn.IsRunning)
            {
                return;
            }

            turn.IsRunning = true;
        }

        _ = Task.Run(() => Work(turn));
    }

    /// <summary>What lies around all documents may have changed.</summary>
    internal void AllChanged()
    {
        foreach (var document in _state.Documents.Values)
        {
            Changed(document);
        }

        if (_state.Client.PullsDiagnostics)
        {
            _refresh();
        }
    }

    /// <summary>A document is closed: nothing is said of it any more.</summary>
    internal void Closed(string uri)
    {
        if (_turns.TryRemove(uri, out var turn))
        {
            lock (turn)
            {
                (turn.Next, turn.IsClosed) = (null, true);
                if (!_state.Client.PullsDiagnostics)
                {
                    _publish(new PublishParams(uri, null, []));
                }
            }
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        foreach (var turn in _turns.Values)
        {
            lock (turn)
            {
                (turn.Next, turn.IsClosed) = (null, true);
            }
        }
    }

    private void Work(Turn turn)
    {
        OpenDocument? document = null;
        while (true)
        {
            lock (turn)
            {
                (document, turn.Next) = (turn.Next, null);
                if (document is null)
                {
                    turn.IsRunning = false;
                    return;
                }
            }

            try
            {
                Tell(turn, document, DiagnosticFeature.Quick(document, _state.Settings), isLater: false);
                if (!DiagnosticFeature.IsComplete(document))
                {
                    _ = Finish(turn, document);
                }
            }
            catch (Exception exception)
            {
                _log($"internal error in the findings of {document.Path}, this is a bug: {exception}");
            }
        }
    }

    private async Task Finish(Turn turn, OpenDocument document)
    {
        try
        {
            await Task.Delay(s_rest, _end.Token).ConfigureAwait(false);
            if (!ReferenceEquals(turn.Last, document))
            {
                return;
            }

            var found = DiagnosticFeature.Complete(document, _state.Settings);
            if (_state.Client.PullsDiagnostics)
            {
                _refresh();
            }
            else
            {
                Tell(turn, document, found, isLater: true);
            }
        }
        catch (OperationCanceledException)
        {
            // The session has ended.
        }
        catch (Exception exception)
        {
            _log($"internal error in the findings of {document.Path}, this is a bug: {exception}");
        }
    }

    private void Tell(Turn turn, OpenDocument document, ShownDiagnostic[] found, bool isLater)
    {
        lock (turn)
        {
            if (turn.IsClosed || (isLater && !ReferenceEquals(turn.Last, document)))
            {
                return;
            }

            turn.Last = document;
            if (!_state.Client.PullsDiagnostics)
            {
                _publish(new PublishParams(document.Uri, document.Version, found));
            }
        }
    }

    private sealed class Turn
    {
        internal OpenDocument? Next { get; set; }

        internal OpenDocument? Last { get; set; }

        internal bool IsRunning { get; set; }

        internal bool IsClosed { get; set; }
    }
}
