using Dockerlint.Text;

namespace Dockerlint.Verification;

/// <summary>Something that was checked and is as it has to be.</summary>
/// <param name="RuleId">The rule that would have told of the contrary.</param>
/// <param name="Message">What is so, in words.</param>
/// <param name="Span">The place of the Dockerfile that promises it.</param>
public sealed record KeptPromise(string RuleId, string Message, TextSpan Span);
