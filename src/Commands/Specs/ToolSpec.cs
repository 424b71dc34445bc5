using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>A tool as its manual describes it.</summary>
public sealed record ToolSpec
{
    private readonly string _options;
    private readonly ImmutableArray<VerbSpec> _verbs = [];
    private OptionTable? _table;
    private Dictionary<string, VerbSpec>? _byName;

    internal ToolSpec(string name, string options = "")
    {
        Name = name;
        _options = options;
    }

    /// <summary>The name by which it is known best.</summary>
    public string Name { get; }

    /// <summary>What its options, those of all its verbs, are told apart by.</summary>
    public ToolStyle Style { get; init; }

    /// <summary>The options of the tool, whatever its verb.</summary>
    public OptionTable Options => _table ??= new OptionTable(_options, Style is ToolStyle.PowerShell or ToolStyle.Slash);

    /// <summary>What it can be told to do; empty for a tool that does one thing.</summary>
    public ImmutableArray<VerbSpec> Verbs { get => _verbs; init => _verbs = value; }

    /// <summary>What it does whatever the verb.</summary>
    public ImmutableArray<EffectSpec> Effects { get; init; } = [];

    /// <summary>The verb when none is named; null when it then does nothing of note.</summary>
    public string? DefaultVerb { get; init; }

    /// <summary>Whether the verb is one of the options: pacman, rpm, tar.</summary>
    public bool HasOptionVerbs { get; init; }

    /// <summary>Whether every operand is a verb: Maven's goals, Gradle's tasks.</summary>
    public bool HasManyVerbs { get; init; }

    /// <summary>Whether long options may be cut short, as getopt_long allows.</summary>
    public bool Abbreviates { get; init; }

    /// <summary>Whether nothing behind the first operand is an option.</summary>
    public bool StopsAtOperand { get; init; }

    /// <summary>Whether options stand before the verb only where the tool itself has them, and those of the verb behind it.</summary>
    public bool HasStrictPlaces { get; init; }

    /// <summary>Whether the first word may be letters of options without a dash: tar, ar.</summary>
    public bool HasBareCluster { get; init; }

    /// <summary>Whether a word that begins with a plus sign is an option: cargo's toolchain, the options of shells.</summary>
    public bool HasPlusOptions { get; init; }

    /// <summary>Whether a number behind one dash is an option of its own: nice, head.</summary>
    public bool HasNumberOption { get; init; }

    /// <summary>Whether an option without a value may have the words true and false behind it.</summary>
    public bool TakesTrueFalse { get; init; }

    /// <summary>Whether two dashes are a word as any other.</summary>
    public bool IgnoresDoubleDash { get; init; }

    /// <summary>Whether a word with a dash that is none of its options is an operand: echo, test.</summary>
    public bool UnknownIsOperand { get; init; }

    /// <summary>Whether options are made up by who wrote what it reads: a configure script.</summary>
    public bool TakesAnyOption { get; init; }

    /// <summary>Whether words behind two dashes are for what it runs and no operands of its own: cargo, dotnet.</summary>
    public bool PassesBehindDashes { get; init; }

    /// <summary>Whether some of its options begin with no dash, and count where they are in the table only.</summary>
    public bool HasBareOptions { get; init; }

    /// <summary>Whether it is also called with a version behind its name: python3.12, clang-17.</summary>
    public bool HasNumberedNames { get; init; }

    /// <summary>How it runs another command; null when it does not.</summary>
    public RunsSpec? Runs { get; init; }

    /// <summary>Whether it fetches the files that its operands are the addresses of.</summary>
    public bool FetchesFiles { get; init; }

    /// <summary>The option without which it does not follow an answer to another address; null when it always does.</summary>
    public string? RedirectOption { get; init; }

    /// <summary>Options with which it follows, too, or is asked for the answer itself.</summary>
    public ImmutableArray<string> RedirectUnless { get; init; } = [];

    /// <summary>Whether words that are given to it are code in which it expands variables, whatever options say.</summary>
    public bool TakesCode { get; init; }

    /// <summary>
    /// Settings with which it does not check who answers: <c>name=value|value</c>, a name without value for an option alone, with a star
    /// for what does not matter.
    /// </summary>
    public ImmutableArray<string> InsecureSettings { get; init; } = [];

    /// <summary>Settings with which it does not check the signatures of packages, written as <see cref="InsecureSettings"/>.</summary>
    public ImmutableArray<string> UnsignedSettings { get; init; } = [];

    /// <summary>Settings whose value is a password, token or key, written as <see cref="InsecureSettings"/>.</summary>
    public ImmutableArray<string> SecretSettings { get; init; } = [];

    /// <summary>Whether it only prints or passes on text, and fails only when nobody reads that.</summary>
    public bool PassesText { get; init; }

    /// <summary>Whether it changes the shell it runs in, so that a command behind it may do something else.</summary>
    public bool ChangesShell { get; init; }

    /// <summary>Whether what it runs may be another user's doing, or done below another root: sudo, su, chroot.</summary>
    public bool SwitchesUser { get; init; }

    /// <summary>
    /// Whether it starts as root and then works as somebody else, or does the work of other programs as whom they are meant for: daemons
    /// that ports below 1024 or mail boxes need.
    /// </summary>
    public bool GivesUpRoot { get; init; }

    /// <summary>Whether it does nothing to files but what its effects say.</summary>
    public bool HasAllEffects { get; init; }

    /// <summary>How long it takes, where the verb does not say.</summary>
    public CostClass Cost { get; init; }

    /// <summary>Whether it gives the same each time, where the verb does not say.</summary>
    public Repeatability Repeats { get; init; }

    /// <summary>The folders its cache has for root in the official images; one may have the name it is called by.</summary>
    public ImmutableArray<string> CacheFolders { get; init; } = [];

    /// <summary>Those of them that hold what it compiled, rather than what it fetched.</summary>
    public ImmutableArray<string> CompilerCacheFolders { get; init; } = [];

    /// <summary>Whether later commands read from its cache what it has installed, so that a mount of one step would hide it.</summary>
    public bool InstallsIntoCache { get; init; }

    /// <summary>
    /// The folders that hold nothing but what can be fetched again, so that an image has no use for them; those of its cache unless given.
    /// </summary>
    public ImmutableArray<string> IdleFolders
    {
        get => field.IsDefault ? CacheFolders : field;
        init;
    }

    /// <summary>What lies in those folders and is used all the same: environments, programs.</summary>
    public ImmutableArray<string> LiveParts { get; init; } = [];

    /// <summary>The environment variables that move its cache or turn it off.</summary>
    public ImmutableArray<string> CacheVariables { get; init; } = [];

    /// <summary>How it runs a script that is a word; null when it does not.</summary>
    public RunsSpec? RunsText { get; init; }

    /// <summary>The verb of that name; null when there is none.</summary>
    public VerbSpec? FindVerb(string name) => _verbs.IsEmpty ? null : (_byName ??= ByName()).GetValueOrDefault(name);

    /// <summary>Whether verbs of more words begin with this one.</summary>
    internal bool LeadsOn(string verb)
    {
        foreach (var spec in _verbs)
        {
            foreach (var name in spec.Names)
            {
                if (name.Length > verb.Length && name[verb.Length] == ' ' && name.StartsWith(verb, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The option of that name of any verb, or of any whose name begins with these words.</summary>
    internal OptionSpec? FindOfAnyVerb(ReadOnlySpan<char> name, string? prefix)
    {
        foreach (var verb in _verbs)
        {
            if ((prefix is null || verb.Names.Any(full => full.StartsWith(prefix, StringComparison.Ordinal)))
                && verb.Options.Find(name) is { } option)
            {
                return option;
            }
        }

        return null;
    }

    private Dictionary<string, VerbSpec> ByName()
    {
        var byName = new Dictionary<string, VerbSpec>(Style is ToolStyle.Slash ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var verb in _verbs)
        {
            foreach (var name in verb.Names)
            {
                byName[name] = verb;
            }
        }

        return byName;
    }

    /// <summary>Whether it is the very same: a tool is one object.</summary>
    public bool Equals(ToolSpec? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
