namespace Dockerlint.Workspace;

/// <summary>
/// Does the same work for each item of a sequence on several threads and hands the results out in the order of the items.
/// </summary>
/// <typeparam name="TItem">What is worked on.</typeparam>
/// <typeparam name="TResult">What becomes of it.</typeparam>
public sealed class OrderedWork<TItem, TResult>
{
    // Deep enough that a large file does not leave the other threads without work, small enough to hold few results.
    private const int WaitingPerThread = 16;
    private const int StackBytes = 8 << 20;

    private readonly object _gate = new();
    private readonly IEnumerator<TItem> _items;
    private readonly Func<TItem, TResult> _work;
    private readonly int _limit;
    private readonly Queue<Slot> _slots = new();
    private int _runningThreads;
    private bool _isAtEnd;
    private Exception? _failure;

    private OrderedWork(IEnumerator<TItem> items, Func<TItem, TResult> work, int threads)
    {
        _items = items;
        _work = work;
        _limit = threads * WaitingPerThread;
        _runningThreads = threads;
    }

    /// <summary>
    /// Results while they come; only a bounded number is held. An exception of the work or of the sequence ends it and is thrown here.
    /// </summary>
    public static IEnumerable<TResult> Run(IEnumerable<TItem> items, Func<TItem, TResult> work, int threads)
    {
        using var enumerator = items.GetEnumerator();
        var run = new OrderedWork<TItem, TResult>(enumerator, work, threads);
        for (var i = 0; i < threads; i++)
        {
            new Thread(run.Work, StackBytes) { IsBackground = true }.Start();
        }

        try
        {
            while (run.TryTake(out var result))
            {
                yield return result;
            }
        }
        finally
        {
            run.Stop();
        }
    }

    private void Work()
    {
        try
        {
            while (Next() is { } slot)
            {
                var result = _work(slot.Item);
                lock (_gate)
                {
                    slot.Result = result;
                    slot.IsDone = true;
                    Monitor.PulseAll(_gate);
                }
            }
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                _failure ??= exception;
            }
        }
        finally
        {
            lock (_gate)
            {
                _isAtEnd |= _failure is not null;
                _runningThreads--;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private Slot? Next()
    {
        lock (_gate)
        {
            while (!_isAtEnd && _slots.Count >= _limit)
            {
                Monitor.Wait(_gate);
            }

            _isAtEnd = _isAtEnd || !_items.MoveNext();
            if (_isAtEnd)
            {
                return null;
            }

            var slot = new Slot(_items.Current);
            _slots.Enqueue(slot);
            return slot;
        }
    }

    private bool TryTake(out TResult result)
    {
        lock (_gate)
        {
            while (true)
            {
                if (_failure is not null)
                {
                    throw new InvalidOperationException(_failure.Message, _failure);
                }

                if (_slots.TryPeek(out var slot) && slot.IsDone)
                {
                    result = slot.Result!;
                    _slots.Dequeue();
                    Monitor.PulseAll(_gate);
                    return true;
                }

                if (_runningThreads == 0 && _slots.Count == 0)
                {
                    result = default!;
                    return false;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    // The items are read by the threads: they have to be done with them before the sequence is closed.
    private void Stop()
    {
        lock (_gate)
        {
            _isAtEnd = true;
            Monitor.PulseAll(_gate);
            while (_runningThreads > 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private sealed class Slot(TItem item)
    {
        internal TItem Item { get; } = item;

        internal TResult? Result { get; set; }

        internal bool IsDone { get; set; }
    }
}
