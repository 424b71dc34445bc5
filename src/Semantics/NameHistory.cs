namespace Dockerlint.Semantics;

/// <summary>
/// What names stand for, with every earlier state still to be asked: each setting gives a new state and leaves the old one as it was.
/// All states of one line of settings share one log, so a setting costs the same whatever was set before, and a file of many settings
/// needs no more memory than the settings themselves.
/// </summary>
/// <typeparam name="T">What a name stands for; null where it stands for nothing.</typeparam>
/// <remarks>Not for use by several threads while settings are added.</remarks>
public sealed class NameHistory<T>
    where T : class
{
    // How many logs a lookup goes through at most; a branch of more starts a log of its own.
    private const int MostBranches = 8;

    private readonly Log _log;
    private readonly int _length;

    private NameHistory(Log log, int length)
    {
        _log = log;
        _length = length;
    }

    /// <summary>A state in which no name stands for anything.</summary>
    public static NameHistory<T> Empty => new(new Log(null), 0);

    /// <summary>How often a name was set to come here: at least as many as there are names, known without a look at them.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var state = this; state is not null; state = state._log.Base)
            {
                count += state._length;
            }

            return count;
        }
    }

    /// <summary>What every name stands for that stands for something, in no order.</summary>
    public IEnumerable<T> Values => Pairs.Select(pair => pair.Value);

    private IEnumerable<(string Name, T Value)> Pairs
    {
        get
        {
            var seen = _log.Base is null ? null : new HashSet<string>(StringComparer.Ordinal);
            for (var state = this; state is not null; state = state._log.Base)
            {
                // Names that came later are of other states: looking at them as well would cost every early state the whole log.
                for (var i = 0; i < state._log.InOrder.Count && state._log.InOrder[i].Settings.First < state._length; i++)
                {
                    var (name, settings) = state._log.InOrder[i];
                    if (settings.At(state._length) is { } value && seen?.Add(name) != false)
                    {
                        yield return (name, value);
                    }
                }
            }
        }
    }

    /// <summary>What a name stands for; null for nothing.</summary>
    public T? Find(string name)
    {
        for (var state = this; state is not null; state = state._log.Base)
        {
            if (state._log.ByName.TryGetValue(name, out var settings) && settings.At(state._length) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The state in which a name stands for something else.</summary>
    public NameHistory<T> With(string name, T value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        var log = _length == _log.Length ? _log : Branch();
        log.Add(name, value);
        return new NameHistory<T>(log, log.Length);
    }

    // Somebody else went on from this state, so the settings that follow need a log of their own.
    private Log Branch()
    {
        if (_log.Depth < MostBranches)
        {
            return new Log(this);
        }

        var log = new Log(null);
        foreach (var (name, value) in Pairs)
        {
            log.Add(name, value);
        }

        return log;
    }

    private sealed class Log(NameHistory<T>? start)
    {
        internal NameHistory<T>? Base { get; } = start;

        internal int Depth { get; } = start is null ? 0 : start._log.Depth + 1;

        internal int Length { get; private set; }

        internal Dictionary<string, Settings> ByName { get; } = new(StringComparer.Ordinal);

        /// <summary>The names in the order in which each was first set.</summary>
        internal List<(string Name, Settings Settings)> InOrder { get; } = [];

        internal void Add(string name, T value)
        {
            if (ByName.TryGetValue(name, out var settings))
            {
                settings.Add(Length++, value);
            }
            else
            {
                settings = new Settings(Length++, value);
                ByName[name] = settings;
                InOrder.Add((name, settings));
            }
        }
    }

    // The settings of one name in order. Most names are set once.
    private sealed class Settings(int first, T value)
    {
        private List<(int Place, T Value)>? _later;

        internal int First => first;

        internal void Add(int place, T next) => (_later ??= []).Add((place, next));

        internal T? At(int length)
        {
            if (first >= length)
            {
                return null;
            }

            if (_later is null || _later[0].Place >= length)
            {
                return value;
            }

            var (low, high) = (0, _later.Count - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                (low, high) = _later[middle].Place < length ? (middle, high) : (low, middle - 1);
            }

            return _later[low].Value;
        }
    }
}
