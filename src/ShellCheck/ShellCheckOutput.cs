using System.Text.Json.Serialization;

namespace Dockerlint.ShellCheck;

/// <summary>What ShellCheck prints in its format json1.</summary>
/// <param name="Comments">The findings.</param>
internal sealed record ShellCheckOutput([property: JsonPropertyName("comments")] IReadOnlyList<ShellCheckComment> Comments);
