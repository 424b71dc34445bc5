using System.Collections.Immutable;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>
/// The variables BuildKit's checks see: one list of ARG and ENV together, which a stage hands on to those that start from it, and
/// the names ARG declares without a value. A foreign base image counts as one that sets nothing but PATH.
/// </summary>
internal sealed class EngineScope
{
    private readonly ImmutableDictionary<string, string?> _values;
    private readonly ImmutableHashSet<string> _declared;

    private EngineScope(ImmutableDictionary<string, string?> values, ImmutableHashSet<string> declared)
    {
        _values = values;
        _declared = declared;
    }

    internal static EngineScope Empty { get; } = new(ImmutableDictionary.Create<string, string?>(StringComparer.Ordinal), []);

    /// <summary>Sets a variable; a null value is one that is not known.</summary>
    internal EngineScope With(string name, string? value) => new(_values.SetItem(name, value), _declared);

    /// <summary>Declares a name without a value.</summary>
    internal EngineScope Declare(string name) => new(_values, _declared.Add(name));

    /// <summary>Whether a name has a value.</summary>
    internal bool IsSet(string name) => _values.ContainsKey(name);

    /// <summary>Whether a name has a value or is declared.</summary>
    internal bool Contains(string name) => _values.ContainsKey(name) || _declared.Contains(name);

    /// <summary>What is known of a variable.</summary>
    internal VariableValue Lookup(string name) =>
        _values.TryGetValue(name, out var value) ? new VariableValue(true, value) : VariableValue.Unset;
}
