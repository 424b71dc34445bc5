using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>Something that makes <c>docker build</c> reject the file.</summary>
/// <param name="Span">The offending characters.</param>
/// <param name="Message">What is wrong and, where known, what was expected.</param>
public sealed record SyntaxError(TextSpan Span, string Message);
