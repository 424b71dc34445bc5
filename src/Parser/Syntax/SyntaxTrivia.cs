using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>A piece of source text between tokens.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct SyntaxTrivia(TriviaKind Kind, TextSpan Span);
