namespace Dockerlint.Linting;

/// <summary>Which comments switch rules off, and how far they reach.</summary>
public enum SuppressionReach
{
    /// <summary>Comments of all three dialects, as far as is documented.</summary>
    Full,

    /// <summary>
    /// Only hadolint's own comments, and exactly as far as with hadolint: the very next line, the lines behind the FROM on the next line,
    /// or the file; none inside an instruction.
    /// </summary>
    AsHadolint,

    /// <summary>Comments for a check count only where BuildKit heeds them.</summary>
    AsBuildKit,
}
