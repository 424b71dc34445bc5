using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>A file as it was read, and what fixing it in memory came to.</summary>
/// <param name="Source">The file as read.</param>
/// <param name="Result">The result.</param>
/// <param name="IgnorePaths">The .dockerignore files that apply, whether they exist or not; none where that is not known.</param>
internal sealed record FixProposal(SourceText Source, FixResult Result, IReadOnlyList<string> IgnorePaths);
