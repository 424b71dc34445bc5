using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class ZypperCacheKept : Rule
{
    public override RuleInfo Info { get; } = new("DL3036", "zypper-cache-kept", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0020")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "The cache of zypper stays in the image.",
            """
            Metadata and packages are useless in a finished image. Add zypper clean to the same RUN, or keep the cache in a cache mount.
            Stages whose layers are not shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM opensuse/leap:15.6
                    RUN zypper -n install curl=8.6.0
                    """,
                    Good: """
                    FROM opensuse/leap:15.6
                    RUN zypper -n install curl=8.6.0 && zypper cc -a
                    """,
                    Fixed: """
                    FROM opensuse/leap:15.6
                    RUN zypper -n install curl=8.6.0 && zypper clean --all
                    """),
                new(
                    Bad: """
                    FROM opensuse/leap:15.6
                    RUN zypper clean && zypper -n in curl=8.6.0
                    """,
                    Good: """
                    FROM opensuse/leap:15.6
                    RUN --mount=type=cache,target=/var/cache/zypp zypper -n in curl=8.6.0
                    """,
                    Fixed: """
                    FROM opensuse/leap:15.6
                    RUN zypper clean && zypper -n in curl=8.6.0 && zypper clean --all
                    """),
            ])
        {
            Remedy = "End the `RUN` with `&& zypper clean --all`, or add `--mount=type=cache,target=/var/cache/zypp`.",
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Zypper, static (use, context) =>
    {
        if (Fills(use) && context.IsLast(use, Fills) && !context.IsFollowedBy(use, Cleans)
            && !RunMounts.KeepsOut(use.RunOf(), "/var/cache/zypp") && context.IsShipped(use))
        {
            context.Report(
                use.Invocation.NameSpan,
                "the cache of zypper stays in the image: end with zypper clean, or use a cache mount",
                context.Get<LeftFiles>().AreUsedBehind(use, "/var/cache/zypp", UsesCache)
                    || use.Instruction.LogicalText.Contains("download", StringComparison.Ordinal)
                    ? [] : CacheCleanup.AsRoot(use, "zypper clean --all", Applicability.Safe));
        }
    });

    private static bool Fills(InvocationUse use) => use.Invocation.Tool == RpmTools.Zypper && use.Invocation.IsToldTo(EffectKind.Installs);

    private static bool UsesCache(IEnumerable<InvocationUse> commands) => commands.Any(use => use.Invocation.Tool == RpmTools.Zypper
        && use.Invocation.Has("--no-refresh", "--keep-packages"));

    private static bool Cleans(InvocationUse use) => use.MayRemove("/var/cache/zypp") || use.Invocation.Does(RpmTools.Zypper, "clean");
}
