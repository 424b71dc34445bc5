using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>One finding in one file.</summary>
/// <param name="RuleId">The rule that found it.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Span">Where.</param>
public sealed record Diagnostic(string RuleId, Severity Severity, string Message, TextSpan Span)
{
    /// <summary>How sure it is.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>Other places that explain it.</summary>
    public IReadOnlyList<RelatedSpan> RelatedSpans { get; init; } = [];

    /// <summary>Ways to mend it, best first.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}
