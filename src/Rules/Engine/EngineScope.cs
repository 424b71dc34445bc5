using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>
/// The variables BuildKit's checks see: one list of ARG and ENV together, which a stage hands on to those that start from it, and
/// the names ARG declares without a value. A foreign base image counts as one that sets nothing but PATH.
/// </summary>
internal sealed class EngineScope
{
    private static readonly Name s_declared = new(false, null);
    private static readonly Name s_unknown = new(true, null);

    private readonly NameHistory<Name> _names;

    private EngineScope(NameHistory<Name> names) => _names = names;

    internal static EngineScope Empty => new(NameHistory<Name>.Empty);

    /// <summary>Sets a variable; a null value is one that is not known.</summary>
    internal EngineScope With(string name, string? value) =>
        new(_names.With(name, value is null ? s_unknown : new Name(true, value)));

    /// <summary>Declares a name without a value.</summary>
    internal EngineScope Declare(string name) => _names.Find(name) is null ? new(_names.With(name, s_declared)) : this;

    /// <summary>Whether a name has a value.</summary>
    internal bool IsSet(string name) => _names.Find(name) is { IsSet: true };

    /// <summary>Whether a name has a value or is declared.</summary>
    internal bool Contains(string name) => _names.Find(name) is not null;

    /// <summary>What is known of a variable.</summary>
    internal VariableValue Lookup(string name) =>
        _names.Find(name) is { IsSet: true } found ? new VariableValue(true, found.Value) : VariableValue.Unset;

    private sealed record Name(bool IsSet, string? Value);
}
