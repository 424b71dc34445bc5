namespace Dockerlint.Workspace;

/// <summary>Lines of a file.</summary>
/// <param name="First">The first, from 1.</param>
/// <param name="Last">The last, at least the first.</param>
public readonly record struct LineRange(int First, int Last)
{
    /// <summary>Whether the two have a line in common.</summary>
    public bool Meets(LineRange other) => First <= other.Last && other.First <= Last;
}
