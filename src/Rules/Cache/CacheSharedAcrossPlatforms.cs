using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CacheSharedAcrossPlatforms : Rule
{
    private static readonly string[] s_platform = ["TARGETPLATFORM", "TARGETARCH", "TARGETVARIANT"];

    // Folders of results, which are for one machine; what a package manager downloads is named by machine or is for all.
    private static readonly string[] s_results =
        ["target", "node_modules", ".venv", "venv", "build", "_build", "obj", "dist", "out", "deps"];

    public override RuleInfo Info { get; } = new("DK1031", "cache-shared-across-platforms", Category.Cache, Severity.Info)
    {
        Since = "0.2",
        Doc = new(
            "A cache mount for compiled files is the same for all platforms.",
            """
            A cache has its name from the target of the mount, whatever platform is built. Where a file is built for several, their steps
            find the results of one another in it, at the same time even: objects for another machine, or locks that wait for one another.
            Only folders of results are looked at, in files that ask for the platform.
            """,
            [
                new(
                    Bad: """
                    FROM rust:1.90
                    ARG TARGETARCH
                    WORKDIR /src
                    COPY . .
                    RUN --mount=type=cache,target=/src/target cargo build --release && cp target/release/app /app-$TARGETARCH
                    """,
                    Good: """
                    FROM rust:1.90
                    ARG TARGETARCH
                    WORKDIR /src
                    COPY . .
                    RUN --mount=type=cache,id=target-$TARGETARCH,target=/src/target cargo build --release && cp target/release/app /app
                    """),
            ])
        {
            Remedy = "Give the mount a name with the platform in it, as in `id=target-$TARGETARCH`, and declare `ARG TARGETARCH` above.",
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (!context.Tree.Root.Instructions.OfType<ArgInstruction>().SelectMany(arg => arg.Pairs)
            .Any(pair => s_platform.Contains(pair.Key.LiteralValue)))
        {
            return;
        }

        foreach (var stage in context.Model.Stages.Where(stage =>
            stage.Root.From.Flag("platform")?.Value?.Contains("BUILDPLATFORM", StringComparison.Ordinal) != true))
        {
            foreach (var mount in stage.Steps.Select(step => step.Instruction).OfType<RunInstruction>().SelectMany(run => run.Mounts)
                .Where(mount => mount.Type == MountType.Cache))
            {
                if (mount.Value("target") is { } target && s_results.Contains(target.TrimEnd('/').Split('/')[^1])
                    && !(mount.Value("id") ?? "").Contains('$', StringComparison.Ordinal)
                    && !target.Contains('$', StringComparison.Ordinal))
                {
                    context.Report(
                        mount.Flag.Span, $"the cache of {target} is the same for every platform: give it an id with $TARGETARCH");
                }
            }
        }
    });
}
