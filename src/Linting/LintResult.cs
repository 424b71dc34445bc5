namespace Dockerlint.Linting;

/// <summary>What linting one file gave.</summary>
/// <param name="Diagnostics">The findings, in the order they are reported.</param>
/// <param name="Suppressed">The findings that comments in the file switch off, in the same order.</param>
public sealed record LintResult(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<Diagnostic> Suppressed)
{
    /// <summary>Whether another program should have been asked and could not be, so that its findings are missing.</summary>
    public bool LacksForeign { get; init; }
}
