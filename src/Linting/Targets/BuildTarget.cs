using System.Collections.Immutable;

namespace Dockerlint.Linting.Targets;

/// <summary>A build that a Compose or Bake file describes.</summary>
/// <param name="Name">The service or target.</param>
/// <param name="Context">The build context: a path relative to the file, or a URL.</param>
/// <param name="Dockerfile">The Dockerfile, relative to the context as in the source; null when its text stands in the file itself.</param>
/// <param name="InlineDockerfile">The text of the Dockerfile when it stands in the file itself.</param>
public sealed record BuildTarget(string Name, string Context, string? Dockerfile, string? InlineDockerfile = null)
{
    /// <summary>The stage to build; null for the last one.</summary>
    public string? Target { get; init; }

    /// <summary>Where its Dockerfile lies as it may be told: as it is written where a value of the environment stands in it.</summary>
    public string? WrittenPlace { get; init; }

    /// <summary>Its context as it may be told.</summary>
    public string WrittenContext { get; init; } = Context;

    /// <summary>Build arguments; a null value is taken from the environment and so unknown.</summary>
    public ImmutableSortedDictionary<string, string?> Arguments { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>Build contexts beside the main one, with where they come from.</summary>
    public ImmutableSortedDictionary<string, string> NamedContexts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether where the Dockerfile lies depends on a variable that nothing sets.</summary>
    public bool IsUnresolved { get; init; }

    /// <summary>Whether the context is no folder on this machine.</summary>
    public bool IsRemote => Context.Contains("://", StringComparison.Ordinal) || Context.StartsWith("git@", StringComparison.Ordinal)
        || Context.StartsWith("github.com/", StringComparison.Ordinal) || Context == "-";
}
