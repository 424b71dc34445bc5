using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>
/// What tools do that are told so: <c>install</c>, <c>mod download</c>, <c>-S</c>. Verbs that do the same share a description.
/// </summary>
public sealed record VerbSpec
{
    private readonly string _options;
    private readonly ImmutableArray<string> _mainNames;
    private OptionTable? _table;

    internal VerbSpec(string names, string options, ImmutableArray<EffectSpec> effects)
    {
        var groups = names.Split('|');
        Names = [.. groups.SelectMany(group => group.Split('='))];
        _mainNames = [.. groups.SelectMany(group => group.Split('=').Select(_ => group.Split('=')[0]))];
        Effects = effects;
        _options = options;
    }

    /// <summary>The names of all verbs it describes, aliases included; words of one name are separated by a blank.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The best known name of the verb that is written so: <c>install</c> for <c>i</c>.</summary>
    public string NameOf(string written) => Names.IndexOf(written) is var at && at >= 0 ? _mainNames[at] : written;

    /// <summary>What it does.</summary>
    public ImmutableArray<EffectSpec> Effects { get; init; }

    /// <summary>The options it has beside those of the tool.</summary>
    public OptionTable Options => _table ??= new OptionTable(_options);

    /// <summary>Options that newer versions no longer have.</summary>
    public ImmutableArray<GoneOption> Gone { get; init; } = [];

    /// <summary>How long it takes.</summary>
    public CostClass Cost { get; init; }

    /// <summary>Whether it gives the same each time.</summary>
    public Repeatability Repeats { get; init; }

    /// <summary>Whether it runs or removes what the project has for development only.</summary>
    public bool ConcernsDevelopment { get; init; }

    /// <summary>Whether nothing behind its first operand is an option of the tool.</summary>
    public bool StopsAtOperand { get; init; }

    /// <summary>Whether nothing behind it is an option of the tool.</summary>
    public bool StopsAtOnce { get; init; }

    /// <summary>How it runs another command; null when it does not.</summary>
    public RunsSpec? Runs { get; init; }

    /// <summary>How it runs a script that is a word; null when it does not.</summary>
    public RunsSpec? RunsText { get; init; }
}
