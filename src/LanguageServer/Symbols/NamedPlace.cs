using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Symbols;

/// <summary>A place where the name of a variable stands, before it is known which ones are the same.</summary>
internal readonly record struct NamedPlace(int Stage, string Name, TextSpan Span, bool IsDeclaration, bool IsArgument);
