using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>A variable that a script sets for a command.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value; null when only a running shell knows it, or when it is taken away.</param>
/// <param name="IsUnset">Whether it is taken away.</param>
/// <param name="Span">Where it is set, in offsets of the script's text.</param>
public readonly record struct EnvironmentSetting(string Name, string? Value, bool IsUnset, TextSpan Span);
