namespace Dockerlint.Text;

/// <summary>Replaces the characters of a span by another text.</summary>
/// <param name="Span">What is replaced; empty for an insertion.</param>
/// <param name="NewText">What stands there afterwards; empty for a deletion.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText);
