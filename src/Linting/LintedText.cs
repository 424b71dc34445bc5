using Dockerlint.Semantics;

namespace Dockerlint.Linting;

/// <summary>A text and what linting it gave.</summary>
/// <param name="Model">The build model that was made of it.</param>
/// <param name="Result">The findings.</param>
public sealed record LintedText(BuildModel Model, LintResult Result);
