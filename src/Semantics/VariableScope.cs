using System.Collections.Immutable;

namespace Dockerlint.Semantics;

/// <summary>
/// The variables in force at a place. BuildKit keeps one list, so the last setting wins, ARG or ENV; with the classic builder
/// ENV hides an ARG of the same name, whatever their order.
/// </summary>
public sealed class VariableScope
{
    private readonly ImmutableDictionary<string, VariableBinding> _arguments;
    private readonly ImmutableDictionary<string, VariableBinding> _environment;

    // Names whose ARG stands behind their ENV and is therefore in force.
    private readonly ImmutableHashSet<string> _reset;

    internal VariableScope(bool isComplete)
        : this(isComplete, ImmutableDictionary<string, VariableBinding>.Empty, ImmutableDictionary<string, VariableBinding>.Empty, [])
    {
    }

    private VariableScope(
        bool isComplete, ImmutableDictionary<string, VariableBinding> arguments, ImmutableDictionary<string, VariableBinding> environment,
        ImmutableHashSet<string> reset)
    {
        _reset = reset;
        IsComplete = isComplete;
        _arguments = arguments;
        _environment = environment;
    }

    /// <summary>Whether every variable is known; false behind a foreign base image, which may set others.</summary>
    public bool IsComplete { get; }

    /// <summary>The ARGs in force.</summary>
    public IEnumerable<VariableBinding> Arguments => _arguments.Values;

    /// <summary>The ENVs in force that the file sets.</summary>
    public IEnumerable<VariableBinding> Environment => _environment.Values;

    /// <summary>The variable of that name, or null when the file declares none.</summary>
    public VariableBinding? Find(string name) =>
        _reset.Contains(name) ? _arguments.GetValueOrDefault(name) : _environment.GetValueOrDefault(name) ?? _arguments.GetValueOrDefault(name);

    internal VariableBinding? FindArgument(string name) => _arguments.GetValueOrDefault(name);

    /// <summary>What is known of a variable.</summary>
    public VariableValue Lookup(string name)
    {
        if (!_reset.Contains(name) && _environment.TryGetValue(name, out var environment))
        {
            return environment.Value;
        }

        // A foreign base may set the name as ENV, which would hide an ARG; the file's own ARG is taken at its word.
        return _arguments.TryGetValue(name, out var argument) ? argument.Value : IsComplete ? VariableValue.Unset : VariableValue.Unknown;
    }

    internal VariableScope With(VariableBinding binding, Builder builder = Builder.Classic)
    {
        if (binding.Kind == VariableKind.Env)
        {
            return new VariableScope(IsComplete, _arguments, _environment.SetItem(binding.Name, binding), _reset.Remove(binding.Name));
        }

        // An ARG without any value sets nothing, so it takes nothing away either.
        var wins = builder == Builder.BuildKit && binding.Value.IsSet != false && _environment.ContainsKey(binding.Name);
        return new VariableScope(
            IsComplete, _arguments.SetItem(binding.Name, binding), _environment, wins ? _reset.Add(binding.Name) : _reset);
    }

    internal VariableScope WithoutArguments() => new(IsComplete, ImmutableDictionary<string, VariableBinding>.Empty, _environment, []);
}
