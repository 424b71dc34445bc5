using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>An option of a program.</summary>
/// <param name="Name">The name without dashes; a short option has one letter.</param>
/// <param name="Value">The value when it has one that is known.</param>
/// <param name="IsValueKnown">Whether it has a value and the value is known.</param>
/// <param name="Argument">The argument that gives it.</param>
internal readonly record struct ParsedOption(string Name, string? Value, bool IsValueKnown, ProgramArgument Argument);
