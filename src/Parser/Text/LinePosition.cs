namespace Dockerlint.Text;

/// <summary>A line and column as people count them; made by <see cref="LineMap"/>, used at the border only.</summary>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Column">Column in UTF-16 code units, from 1; a tab is one column.</param>
public readonly record struct LinePosition(int Line, int Column);
