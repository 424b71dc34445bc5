namespace Dockerlint.Formatting;

/// <summary>A section of an <c>.editorconfig</c> file.</summary>
/// <param name="Glob">The files it speaks of.</param>
/// <param name="Properties">What it says, keys and values in lower case.</param>
public sealed record EditorConfigSection(string Glob, IReadOnlyDictionary<string, string> Properties);
