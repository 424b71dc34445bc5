namespace Dockerlint.Semantics;

/// <summary>
/// The variables in force at a place. BuildKit keeps one list, so the last setting wins, ARG or ENV; with the classic builder
/// ENV hides an ARG of the same name, whatever their order.
/// </summary>
public sealed class VariableScope
{
    private readonly NameHistory<Declarations> _names;

    internal VariableScope(bool isComplete)
        : this(isComplete, NameHistory<Declarations>.Empty)
    {
    }

    private VariableScope(bool isComplete, NameHistory<Declarations> names)
    {
        IsComplete = isComplete;
        _names = names;
    }

    /// <summary>Whether every variable is known; false behind a foreign base image, which may set others.</summary>
    public bool IsComplete { get; }

    /// <summary>The ARGs in force.</summary>
    public IEnumerable<VariableBinding> Arguments => _names.Values.Select(name => name.Argument).OfType<VariableBinding>();

    /// <summary>The ENVs in force that the file sets.</summary>
    public IEnumerable<VariableBinding> Environment => _names.Values.Select(name => name.Environment).OfType<VariableBinding>();

    /// <summary>How many settings made the scope: no less than its names, and known without a look at them.</summary>
    public int SettingCount => _names.Count;

    /// <summary>The variable of that name, or null when the file declares none.</summary>
    public VariableBinding? Find(string name) => _names.Find(name)?.InForce;

    internal VariableBinding? FindArgument(string name) => _names.Find(name)?.Argument;

    /// <summary>What is known of a variable.</summary>
    /// <remarks>A foreign base may set the name as ENV, which would hide an ARG; the file's own ARG is taken at its word.</remarks>
    public VariableValue Lookup(string name) =>
        Find(name) is { } binding ? binding.Value : IsComplete ? VariableValue.Unset : VariableValue.Unknown;

    internal VariableScope With(VariableBinding binding, Builder builder = Builder.Classic)
    {
        var before = _names.Find(binding.Name) ?? new Declarations(null, null, false);

        // An ARG without any value sets nothing, so it takes nothing away either.
        var after = binding.Kind == VariableKind.Env
            ? before with { Environment = binding, IsReset = false }
            : before with
            {
                Argument = binding,
                IsReset = before.IsReset
                    || (builder == Builder.BuildKit && binding.Value.IsSet != false && before.Environment is not null),
            };
        return new VariableScope(IsComplete, _names.With(binding.Name, after));
    }

    /// <summary>What declares a name.</summary>
    /// <param name="Argument">Its ARG.</param>
    /// <param name="Environment">Its ENV.</param>
    /// <param name="IsReset">Whether the ARG stands behind the ENV and is therefore in force.</param>
    private sealed record Declarations(VariableBinding? Argument, VariableBinding? Environment, bool IsReset)
    {
        internal VariableBinding? InForce => IsReset ? Argument : Environment ?? Argument;
    }
}
