using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Another place that explains a finding.</summary>
/// <param name="Span">The place, in the same file.</param>
/// <param name="Message">What is there.</param>
public readonly record struct RelatedSpan(TextSpan Span, string Message);
