using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class ApkCacheKept : Rule
{
    public override RuleInfo Info { get; } = new("DL3019", "apk-cache-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0025"), RuleSource.Dockle("DKL-DI-0004")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "apk add keeps the package index in the image.",
            """
            With --no-cache apk fetches the index anew and leaves none behind. A cache mount or a removal in the same RUN serves as
            well. Stages whose layers are not shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk add curl
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk add curl
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN apk add curl && rm -rf /var/cache/apk/*
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk add curl
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN --mount=type=cache,target=/etc/apk/cache apk add curl
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl
                    """),
            ])
        {
            Remedy = """
                Write `apk add --no-cache` and drop a separate `apk update`. To keep downloads between builds, use
                `--mount=type=cache,target=/etc/apk/cache` instead.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(AlpineTools.Apk, ["add"], Check);

    private static void Check(InvocationUse use, RuleContext context)
    {
        var command = use.Invocation;
        if (command.Has(OptionRole.NoCache) || command.Has(OptionRole.CacheFolder) || command.MayHoldOption()
            || context.IsFollowedBy(use, static other => other.MayRemove("/var/cache/apk", "/etc/apk/cache"))
            || RunMounts.KeepsOut(use.RunOf(), "/var/cache/apk") || RunMounts.KeepsOut(use.RunOf(), "/etc/apk/cache")
            || !context.IsShipped(use))
        {
            return;
        }

        context.Report(command.NameSpan, "apk add without --no-cache leaves the package index in the image",
            IsCacheUsed(use, context) ? [] : ScriptEdits.AddOption(
            use, "--no-cache", command.Has("--update-cache") ? CacheCleanup.Applicability(use, context) : Applicability.Safe));
    }

    // The index that this command fetches may be what a later one reads; a cache somebody set up on purpose is there to be used.
    private static bool IsCacheUsed(InvocationUse use, RuleContext context) => use.Invocation.Has(OptionRole.Offline)
        || context.IsMentioned(use, "/etc/apk/cache") || context.IsMentioned(use, "apkcache")
        || (use.Invocation.Has("--update-cache") && (context.IsFollowedBy(use, static other => ReadsIndex(other) || Fetches(other))
            || context.Get<LeftFiles>().AreUsedBehind(use, "/var/cache/apk", ReadsIndex)));

    private static bool ReadsIndex(IEnumerable<InvocationUse> commands) =>
        commands.FirstOrDefault(use => ReadsIndex(use) || Fetches(use)) is { } first && ReadsIndex(first);

    private static bool Fetches(InvocationUse use) => use.Invocation.Does(AlpineTools.Apk, "update");

    private static bool ReadsIndex(InvocationUse use) =>
        use.Invocation.Does(AlpineTools.Apk, "add", "upgrade", "fix", "fetch", "search", "policy", "list", "info")
        && !use.Invocation.Has(OptionRole.NoCache) && !use.Invocation.Has("--update-cache");
}
