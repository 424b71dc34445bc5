namespace Dockerlint.Cli;

/// <summary>A file to look at, or a place that could not be searched.</summary>
/// <param name="Path">As a user would name it; <c>-</c> for standard input.</param>
/// <param name="Problem">Why it cannot be searched; null for a file.</param>
internal readonly record struct FoundFile(string Path, string? Problem = null);
