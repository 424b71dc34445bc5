namespace Dockerlint.Linting.Config;

/// <summary>A value with its origin.</summary>
/// <typeparam name="T">What kind of value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record Setting<T>(T Value, ConfigOrigin Origin);
