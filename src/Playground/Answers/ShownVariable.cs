namespace Dockerlint.Playground;

/// <summary>A variable at a place.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">Whether it is an <c>arg</c>, an <c>env</c> or <c>predefined</c>.</param>
/// <param name="Value">The value; null when it is not known or not set.</param>
/// <param name="IsSet">Whether it is set; null when nobody knows.</param>
/// <param name="Line">The line that declares it; null for a predefined one.</param>
internal sealed record ShownVariable(string Name, string Kind, string? Value, bool? IsSet, int? Line);
