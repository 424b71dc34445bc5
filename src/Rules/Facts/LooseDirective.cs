using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A comment of the form <c># name=value</c> that the builder does not take for a directive.</summary>
/// <param name="Name">The name in lower case.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Value">The value without blanks around it.</param>
/// <param name="Span">The comment.</param>
/// <param name="IsAtTop">Whether it stands above the first instruction.</param>
internal sealed record LooseDirective(string Name, TextSpan NameSpan, string Value, TextSpan Span, bool IsAtTop);
