namespace Dockerlint.Workspace;

/// <summary>The lines of a file that are not the same in a revision.</summary>
/// <param name="Lines">The lines; null when all of them count, as those of a new file do.</param>
public sealed record ChangedFile(IReadOnlyList<LineRange>? Lines)
{
    /// <summary>Why nobody knows which lines are the same, so that all of them count; null when it is known.</summary>
    public string? Problem { get; init; }

    internal static ChangedFile New { get; } = new((IReadOnlyList<LineRange>?)null);

    /// <summary>Whether some of the lines are changed.</summary>
    public bool Touches(LineRange lines) => Lines?.Any(range => range.Meets(lines)) != false;
}
