using System.Collections.Immutable;
using Dockerlint.Semantics;

namespace Dockerlint.Verification;

/// <summary>One build to ask an engine for.</summary>
/// <param name="Context">The context; the Dockerfile is in it.</param>
/// <param name="Dockerfile">The path of the Dockerfile in the context.</param>
public sealed record BuildRequest(BuildContext Context, string Dockerfile)
{
    /// <summary>Which builder is asked.</summary>
    public Builder Builder { get; init; }

    /// <summary>The stage; null for the last.</summary>
    public string? Target { get; init; }

    /// <summary>Build arguments.</summary>
    public ImmutableDictionary<string, string> BuildArguments { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Secrets for <c>RUN --mount=type=secret</c>; BuildKit only.</summary>
    public ImmutableArray<BuildSecret> Secrets { get; init; } = [];

    /// <summary>The platform; null for the engine's own.</summary>
    public string? Platform { get; init; }

    /// <summary>Whether base images are asked for anew even if the engine has them.</summary>
    public bool IsPulling { get; init; }

    /// <summary>Whether every step is done again.</summary>
    public bool NoCache { get; init; }

    /// <summary>
    /// Whether the image carries the label of the run; one that gets a name of its own is to be as any other build makes it.
    /// </summary>
    public bool IsMarked { get; init; } = true;
}
