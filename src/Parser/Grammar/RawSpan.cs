namespace Dockerlint.Syntax.Grammar;

/// <summary>A range of the logical line.</summary>
internal readonly record struct RawSpan(int Start, int Length)
{
    internal int End => Start + Length;
}
