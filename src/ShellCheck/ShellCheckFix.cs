using System.Text.Json.Serialization;

namespace Dockerlint.ShellCheck;

/// <summary>A fix: replacements that belong together.</summary>
/// <param name="Replacements">The replacements.</param>
internal sealed record ShellCheckFix([property: JsonPropertyName("replacements")] IReadOnlyList<ShellCheckReplacement> Replacements);
