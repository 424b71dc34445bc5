namespace Dockerlint.Rules;

/// <summary>What is known of the variables at one place, with the way back to the beginning of each branch.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<string, Knowledge> _now = new(StringComparer.Ordinal);
    private readonly Stack<Dictionary<string, Knowledge>> _before = new();

    /// <summary>Whether no path leads here.</summary>
    internal bool IsDead { get; set; }

    internal Knowledge this[string name]
    {
        get => _now.GetValueOrDefault(name);
        set
        {
            if (_before.TryPeek(out var frame))
            {
                frame.TryAdd(name, this[name]);
            }

            _now[name] = value;
        }
    }

    /// <summary>Begins with the variables that are there before the script.</summary>
    internal void Begin(IReadOnlyDictionary<string, string?> environment)
    {
        foreach (var (name, value) in environment)
        {
            this[name] = value is null ? Knowledge.Unknown : value.Length == 0 ? Knowledge.Empty
                : ValueText.IsHarmless(value) ? Knowledge.Harmless : Knowledge.Unknown;
        }
    }

    /// <summary>What both paths leave known.</summary>
    internal static Knowledge Meet(Knowledge one, Knowledge other) =>
        one == other ? one : one == Knowledge.Unknown || other == Knowledge.Unknown ? Knowledge.Unknown
        : one == Knowledge.Empty ? other : other == Knowledge.Empty ? one : Knowledge.Harmless;

    /// <summary>Goes one way, and comes back to where it began.</summary>
    internal FlowBranch Try(Action way)
    {
        var wasDead = IsDead;
        _before.Push([]);
        way();
        var changes = new Dictionary<string, Knowledge>(StringComparer.Ordinal);
        foreach (var (name, old) in _before.Pop())
        {
            changes.Add(name, this[name]);
            _now[name] = old;
        }

        var branch = new FlowBranch(changes, IsDead);
        IsDead = wasDead;
        return branch;
    }

    /// <summary>Goes on where some ways meet.</summary>
    internal void Join(IReadOnlyList<FlowBranch> ways)
    {
        var alive = ways.Where(way => !way.IsDead).ToList();
        if (alive.Count == 0)
        {
            IsDead = true;
            alive = [.. ways];
        }

        // A way that does not set a name leaves what is known of it now.
        var met = new Dictionary<string, (Knowledge Knowledge, int Ways)>(StringComparer.Ordinal);
        foreach (var (name, knowledge) in alive.SelectMany(way => way.Changes))
        {
            met[name] = met.TryGetValue(name, out var known) ? (Meet(known.Knowledge, knowledge), known.Ways + 1) : (knowledge, 1);
        }

        foreach (var (name, (knowledge, count)) in met)
        {
            this[name] = count == alive.Count ? knowledge : Meet(this[name], knowledge);
        }
    }
}
