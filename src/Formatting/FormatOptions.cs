using Dockerlint.Linting;

namespace Dockerlint.Formatting;

/// <summary>What is asked of the formatter.</summary>
public sealed record FormatOptions
{
    /// <summary>The default style, for the whole file.</summary>
    public static FormatOptions Default { get; } = new();

    /// <summary>The style.</summary>
    public FormatStyle Style { get; init; } = FormatStyle.Default;

    /// <summary>Whether the cache key of every step stays as it is.</summary>
    public bool KeepsKeys { get; init; }

    /// <summary>The first and the last line, from 1, of what is formatted; null for the whole file.</summary>
    public (int First, int Last)? Range { get; init; }
}
