using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>A variable and what is known of it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">How it came to be.</param>
/// <param name="Value">What is known of its value.</param>
/// <param name="Declaration">The pair that declares it; null for a predefined one.</param>
public sealed record VariableBinding(string Name, VariableKind Kind, VariableValue Value, KeyValueSyntax? Declaration);
