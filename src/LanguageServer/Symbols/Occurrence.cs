using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Symbols;

/// <summary>A place where a name stands.</summary>
/// <param name="Span">Where.</param>
/// <param name="Symbol">What it stands for.</param>
/// <param name="IsDeclaration">Whether it is declared there.</param>
/// <param name="Stage">The stage the place is in; -1 above all stages.</param>
internal sealed record Occurrence(TextSpan Span, Symbol Symbol, bool IsDeclaration, int Stage);
