using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>Something that makes <c>docker build</c> reject the file.</summary>
/// <param name="Span">The offending characters.</param>
/// <param name="Message">What is wrong and, where known, what was expected.</param>
public sealed record SyntaxError(TextSpan Span, string Message)
{
    /// <summary>Whether build arguments from outside can mend it: rules tell of it, and a build that gives them is fine.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether the text can be read and only a variable reference in it cannot be expanded, whatever the values.</summary>
    public bool IsExpansion { get; init; }
}
