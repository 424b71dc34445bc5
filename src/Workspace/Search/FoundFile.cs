namespace Dockerlint.Workspace;

/// <summary>A file to look at, or something in the way.</summary>
/// <param name="Path">As a user would name it; <c>-</c> for standard input.</param>
/// <param name="Problem">What is in the way, as it is told; null for a file.</param>
public readonly record struct FoundFile(string Path, string? Problem = null)
{
    /// <summary>Whether the problem is worth a word only, and no failure.</summary>
    public bool IsNotice { get; init; }

    /// <summary>The text, when it stands within another file and <see cref="Path"/> is made up; null to read the file.</summary>
    public string? Inline { get; init; }

    /// <summary>The builds of the file that a Compose or Bake file describes; null when there is none.</summary>
    public IReadOnlyList<KnownBuild>? Builds { get; init; }
}
