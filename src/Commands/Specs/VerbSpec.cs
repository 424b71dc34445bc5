using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>What a tool is told to do: <c>install</c>, <c>mod download</c>, <c>-S</c>.</summary>
public sealed record VerbSpec
{
    private readonly string _options;
    private OptionTable? _table;

    internal VerbSpec(string names, string options, ImmutableArray<EffectSpec> effects)
    {
        Names = Notation.Names(names);
        Effects = effects;
        _options = options;
    }

    /// <summary>All its names, the best known first; words of one name are separated by a blank.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The best known name.</summary>
    public string Name => Names[0];

    /// <summary>What it does.</summary>
    public ImmutableArray<EffectSpec> Effects { get; init; }

    /// <summary>The options it has beside those of the tool.</summary>
    public OptionTable Options => _table ??= new OptionTable(_options);

    /// <summary>How long it takes.</summary>
    public CostClass Cost { get; init; }

    /// <summary>Whether it gives the same each time.</summary>
    public Repeatability Repeats { get; init; }

    /// <summary>Whether nothing behind its first operand is an option of the tool.</summary>
    public bool StopsAtOperand { get; init; }

    /// <summary>Whether nothing behind it is an option of the tool.</summary>
    public bool StopsAtOnce { get; init; }

    /// <summary>How it runs another command; null when it does not.</summary>
    public RunsSpec? Runs { get; init; }

    /// <summary>How it runs a script that is a word; null when it does not.</summary>
    public RunsSpec? RunsText { get; init; }
}
