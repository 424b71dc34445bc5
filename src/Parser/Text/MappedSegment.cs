namespace Dockerlint.Text;

/// <summary>One piece of a <see cref="MappedText"/>.</summary>
/// <param name="Start">Offset in the mapped text.</param>
/// <param name="Length">Characters in the mapped text.</param>
/// <param name="SourceStart">Offset in the source.</param>
/// <param name="SourceLength">Characters in the source; equal to <paramref name="Length"/> for an unchanged piece.</param>
public readonly record struct MappedSegment(int Start, int Length, int SourceStart, int SourceLength)
{
    /// <summary>Whether the piece maps character by character.</summary>
    public bool IsVerbatim => Length == SourceLength;
}
