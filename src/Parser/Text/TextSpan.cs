namespace Dockerlint.Text;

/// <summary>A half-open range of UTF-16 offsets in a source text: the only kind of position inside the program.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of UTF-16 code units; zero for a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether the span covers no character.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Makes a span from two offsets.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether the offset lies inside (the end is outside).</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Whether the other span lies inside, borders included.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether both share at least one character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}..{End})";
}
