namespace Dockerlint.Formatting;

/// <summary>What became of a file.</summary>
public enum FormatOutcome
{
    /// <summary>It has the style already.</summary>
    Unchanged,

    /// <summary>It was formatted.</summary>
    Formatted,

    /// <summary>It is a template of some other program, and was left alone.</summary>
    Template,

    /// <summary>The engine rejects it, so that nobody knows what it means, and it was left alone.</summary>
    Rejected,

    /// <summary>The result could not be proved to mean the same, and the file was left alone: a bug of ours.</summary>
    Unproved,
}
