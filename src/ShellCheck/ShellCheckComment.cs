using System.Text.Json.Serialization;

namespace Dockerlint.ShellCheck;

/// <summary>One finding. Lines and columns count from 1, columns in code points, a tab as one.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">First line.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="Column">First column.</param>
/// <param name="EndColumn">Column behind the last.</param>
/// <param name="Level">error, warning, info or style.</param>
/// <param name="Code">The number behind SC.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">How to mend it, or null.</param>
internal sealed record ShellCheckComment(
    [property: JsonPropertyName("file")] string File,
    [property: JsonPropertyName("line")] int Line,
    [property: JsonPropertyName("endLine")] int EndLine,
    [property: JsonPropertyName("column")] int Column,
    [property: JsonPropertyName("endColumn")] int EndColumn,
    [property: JsonPropertyName("level")] string Level,
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("fix")] ShellCheckFix? Fix);
