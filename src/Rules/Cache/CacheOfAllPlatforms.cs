using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CacheOfAllPlatforms : Rule
{
    public override RuleInfo Info { get; } = new("DK1011", "cache-of-all-platforms", Category.Cache, Severity.Info)
    {
        Since = "0.2",
        Confidence = Confidence.Hint,
        Doc = new(
            "A build for several platforms keeps what it compiles in one cache mount for all of them.",
            """
            A cache mount is known by its id, which is its target unless it says otherwise: builds for amd64 and arm64 share it, and write
            at the same time. What is compiled for one may be linked for the other. Caches of package managers, which keep the platforms
            apart, are not reported.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    ARG TARGETARCH
                    RUN --mount=type=cache,target=/src/build make ARCH=$TARGETARCH
                    """,
                    Good: """
                    FROM debian:12
                    ARG TARGETARCH
                    RUN --mount=type=cache,id=build-$TARGETARCH,target=/src/build make ARCH=$TARGETARCH
                    """),
            ])
        {
            Remedy = """
                Give each platform its own: `RUN --mount=type=cache,id=build-$TARGETPLATFORM,target=/src/build make`, with `ARG
                TARGETPLATFORM` above.
                """,
        },
    };

    // Folders of results, by their names: caches of compilers and package managers keep the platforms apart.
    private static readonly string[] s_outputs =
        ["build", "target", "out", "output", "dist", "obj", "bin", "lib", "node_modules", "_build", "vendor", ".next", "cmake-build"];

    private static readonly string[] s_platform = ["TARGETPLATFORM", "TARGETARCH", "TARGETVARIANT"];

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (!context.Tree.Root.Instructions.Any(HasFlags))
        {
            return;
        }

        // Only a stage that asks what it is built for is known to be built for several.
        if (stage.Root.From.Flag("platform") is not null || !stage.Chain.SelectMany(below => below.Steps)
            .Any(step => step.Instruction is ArgInstruction arg && arg.Pairs.Any(pair => pair.Key.LiteralValue is { } name
                && s_platform.Contains(name))))
        {
            return;
        }

        foreach (var run in stage.Steps.Select(step => step.Instruction).OfType<RunInstruction>())
        {
            foreach (var mount in run.Mounts.Where(mount => mount.Type == MountType.Cache))
            {
                if (mount.Value("target") is { } target && mount.Value("sharing") is null or "shared"
                    && !IsApart(mount.Value("id")) && !IsApart(target) && context.Model.InvocationsOf(run).Any(use =>
                        use.Invocation.Does(EffectKind.Compiles))
                    && s_outputs.Contains(target.TrimEnd('/').Split('/')[^1]))
                {
                    context.Report(mount.Flag.Span, $"builds for all platforms share the cache {target}: add id=...-$TARGETPLATFORM");
                }
            }
        }
    });

    private static bool HasFlags(InstructionSyntax instruction) => instruction is RunInstruction { Flags.Count: > 0 };

    private static bool IsApart(string? text) => text?.Contains('$', StringComparison.Ordinal) == true;
}
