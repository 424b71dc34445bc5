using System.Collections.Immutable;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>How a history is replayed.</summary>
public sealed record ReplayOptions
{
    /// <summary>The options of every build.</summary>
    public BuildSettings Settings { get; init; } = BuildSettings.Default;

    /// <summary>What is known of images.</summary>
    public ImmutableDictionary<string, BaseImage> Images { get; init; } = ImmutableDictionary<string, BaseImage>.Empty;

    /// <summary>The Dockerfile to build in every commit; null for each commit's own.</summary>
    public SyntaxTree? Dockerfile { get; init; }

    /// <summary>Build arguments that have another value in every build, as a commit or a date has.</summary>
    public IReadOnlyList<string> VolatileArguments { get; init; } = [];

    /// <summary>Others of a Dockerfile that do, such as those that are named like a commit; null when there are none.</summary>
    public Func<SyntaxTree, IReadOnlyList<string>>? VolatileIn { get; init; }

    /// <summary>How long each step takes; null when no times are wanted.</summary>
    public StepTimer? Timer { get; init; }

    /// <summary>What each build finds of the build of its parent.</summary>
    public CacheReach Reach { get; init; }
}
