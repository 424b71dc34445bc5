namespace Dockerlint.Syntax.Grammar;

/// <summary>A field of a record.</summary>
/// <param name="Start">Where its text starts, behind an opening quote.</param>
/// <param name="Length">Characters up to its end or its closing quote; more than the text has where quotes are doubled.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct CsvField(int Start, int Length, string Text);
