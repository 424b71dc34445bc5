using Dockerlint.Syntax.Shell;

namespace Dockerlint.Semantics;

/// <summary>An argument of a program after expansion and splitting.</summary>
/// <param name="Value">The value; null stands for any number of arguments that only the shell knows.</param>
/// <param name="Word">The word it comes from; several arguments may come from one word.</param>
public readonly record struct ProgramArgument(string? Value, ShellWord Word);
