using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>The findings of one file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Diagnostics">Its findings, in the order they are reported.</param>
public sealed record FileResult(SourceText Source, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Findings that comments in the file switch off; only formats that can tell them as such report them.</summary>
    public IReadOnlyList<Diagnostic> Suppressed { get; init; } = [];
}
