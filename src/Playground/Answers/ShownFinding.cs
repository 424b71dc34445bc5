namespace Dockerlint.Playground;

/// <summary>A finding as the page shows it; places are offsets in UTF-16, lines and columns count from 1.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Name">Its name; null where it has none.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column behind the end.</param>
/// <param name="Fixes">Ways to mend it.</param>
/// <param name="Related">Other places that explain it.</param>
internal sealed record ShownFinding(
    string Code, string? Name, string Severity, string Confidence, string Message, int From, int To, int Line, int Column, int EndLine,
    int EndColumn, ShownFix[] Fixes, ShownPlace[] Related);
