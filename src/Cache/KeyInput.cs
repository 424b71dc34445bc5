namespace Dockerlint.Cache;

/// <summary>One thing a cache key depends on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name: a variable, a source path, a flag; empty where the kind says it all.</param>
/// <param name="Value">Its value or digest; null for files of a stage before the stage is evaluated.</param>
public sealed record KeyInput(KeyInputKind Kind, string Name, string? Value)
{
    /// <summary>The line that brought it into force, from 1; null when that is the step itself or the command line.</summary>
    public int? Line { get; init; }

    /// <summary>The files behind a digest, in ordinal order of their paths.</summary>
    public IReadOnlyList<SelectedFile> Files { get; init; } = [];

    /// <summary>How the Dockerfile names it, where that is no part of the key: a source path, a stage; empty otherwise.</summary>
    public string Shown { get; init; } = "";

    /// <summary>Whether the value stands for something that cannot be known, so that equal values do not prove equal keys.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Whether the value names something outside that is taken to stay what it is: an address, a tag.</summary>
    public bool IsAssumed { get; init; }
}
