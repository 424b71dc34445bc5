namespace Dockerlint.Cache;

/// <summary>A variable in force with the line that set it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value; a text of its own where the base image's value is not known.</param>
/// <param name="Line">The line of the ARG or ENV; null for the base image.</param>
/// <param name="IsArgument">Whether an ARG set it.</param>
internal sealed record KeyVariable(string Name, string Value, int? Line, bool IsArgument);
