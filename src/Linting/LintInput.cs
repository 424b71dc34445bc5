using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>One file to lint, and what is known around it.</summary>
/// <param name="Source">The file.</param>
public sealed record LintInput(SourceText Source);
