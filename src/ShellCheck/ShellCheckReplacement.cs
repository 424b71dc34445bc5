using System.Text.Json.Serialization;

namespace Dockerlint.ShellCheck;

/// <summary>One replacement of a fix.</summary>
/// <param name="Line">First line.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="Column">First column.</param>
/// <param name="EndColumn">Column behind the last.</param>
/// <param name="InsertionPoint">For an insertion: beforeStart when it closes what stands before it.</param>
/// <param name="Replacement">The new text.</param>
internal sealed record ShellCheckReplacement(
    [property: JsonPropertyName("line")] int Line,
    [property: JsonPropertyName("endLine")] int EndLine,
    [property: JsonPropertyName("column")] int Column,
    [property: JsonPropertyName("endColumn")] int EndColumn,
    [property: JsonPropertyName("insertionPoint")] string? InsertionPoint,
    [property: JsonPropertyName("replacement")] string Replacement);
