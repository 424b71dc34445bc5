using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dockerlint.Verification;

/// <summary>What is expected of a file.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Path">The path from the root.</param>
public sealed record FileExpectation(string Name, string Path) : Expectation(Name)
{
    /// <summary>Whether it has to be there; null when only its contents count.</summary>
    public bool? Exists { get; init; } = true;

    /// <summary>The mode, octal or as <c>-rw-r--r--</c>; null for any.</summary>
    public string? Mode { get; init; }

    /// <summary>The owner, a number or a name of the image; null for any.</summary>
    public string? Owner { get; init; }

    /// <summary>The group, a number or a name of the image; null for any.</summary>
    public string? Group { get; init; }

    /// <summary>Who may execute it: owner, group, other, any; null for no matter.</summary>
    public string? ExecutableBy { get; init; }

    /// <summary>The most bytes it may have; null for any.</summary>
    public long? MaxSize { get; init; }

    /// <summary>What its contents have to match.</summary>
    public ImmutableArray<Regex> Contents { get; init; } = [];

    /// <summary>What its contents may not match.</summary>
    public ImmutableArray<Regex> Lacks { get; init; } = [];
}
