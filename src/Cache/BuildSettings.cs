using System.Collections.Immutable;
using Dockerlint.Semantics;

namespace Dockerlint.Cache;

/// <summary>The options of a build command that a cache key can depend on.</summary>
public sealed record BuildSettings
{
    /// <summary>BuildKit without any option.</summary>
    public static BuildSettings Default { get; } = new();

    /// <summary>The program that builds.</summary>
    public Builder Builder { get; init; }

    /// <summary>The stage to build, by name or index; null for the last one.</summary>
    public string? Target { get; init; }

    /// <summary><c>--build-arg</c>.</summary>
    public ImmutableDictionary<string, string> BuildArguments { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary><c>--platform</c>, such as linux/arm64; null for the machine's own, taken to be linux/amd64 on both sides.</summary>
    public string? Platform { get; init; }

    /// <summary>The platform that is built for.</summary>
    internal TargetPlatform TargetPlatform => (Platform is null ? null : TargetPlatform.TryParse(Platform)) ?? TargetPlatform.Default;

    /// <summary>What a model of the build has to know.</summary>
    public BuildOptions ToBuildOptions() =>
        new() { Builder = Builder, Target = Target, BuildArguments = BuildArguments, Platform = TargetPlatform };

    /// <summary><c>--network</c>; null and default are the same.</summary>
    public string? Network { get; init; }

    /// <summary><c>--add-host</c>, each <c>name:address</c>.</summary>
    public ImmutableArray<string> ExtraHosts { get; init; } = [];

    /// <summary><c>--ulimit</c>.</summary>
    public ImmutableArray<string> Ulimits { get; init; } = [];

    /// <summary><c>--shm-size</c>.</summary>
    public string? SharedMemory { get; init; }

    /// <summary><c>--cgroup-parent</c>.</summary>
    public string? CgroupParent { get; init; }

    /// <summary><c>--no-cache</c>: nothing is looked up, but the results can be found later.</summary>
    public bool NoCache { get; init; }

    /// <summary><c>--no-cache-filter</c>: the names of stages that are not looked up; a stage without a name cannot be named.</summary>
    public ImmutableArray<string> NoCacheStages { get; init; } = [];

    /// <summary><c>--cache-from</c>: for the classic builder these images replace the local cache.</summary>
    public ImmutableArray<string> CacheFrom { get; init; } = [];

    /// <summary><c>--tag</c>: the names the result gets, by which a later build's <see cref="CacheFrom"/> can find it.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What the engine keeps its images with: whether it can merge layers, and <c>COPY --link</c> means anything.</summary>
    public ImageStore Store { get; init; }

    /// <summary>
    /// Whether the docker command sends the directory itself, so that BuildKit transfers differences only. A context that arrives
    /// as a tar is taken whole.
    /// </summary>
    public bool IsUpload { get; init; } = true;
}
