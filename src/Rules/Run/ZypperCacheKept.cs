using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3036.</summary>
public sealed class ZypperCacheKept : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3036", "zypper-cache-kept", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0020")],
        Fix = FixAvailability.Sometimes,
        Doc = new("The cache of zypper stays in the image.",
            "Metadata and packages are useless in a finished image. Add zypper clean to the same RUN, or keep the cache in a cache mount. Stages whose layers are not shipped are not looked at.",
            [new("FROM opensuse/leap:15.6\nRUN zypper -n install curl=8.6.0\n", "FROM opensuse/leap:15.6\nRUN zypper -n install curl=8.6.0 && zypper cc -a\n", "FROM opensuse/leap:15.6\nRUN zypper -n install curl=8.6.0 && zypper clean --all\n"),
             new("FROM opensuse/leap:15.6\nRUN zypper clean && zypper -n in curl=8.6.0\n", "FROM opensuse/leap:15.6\nRUN --mount=type=cache,target=/var/cache/zypp zypper -n in curl=8.6.0\n", "FROM opensuse/leap:15.6\nRUN zypper clean && zypper -n in curl=8.6.0 && zypper clean --all\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        var last = script.Named("zypper").LastOrDefault(use =>
            Tools.Zypper.Read(use).Does("install", "in", "update", "up", "patch", "dist-upgrade", "dup", "source-install", "si"));
        if (last is not null && !context.IsFollowedBy(last, Cleans) && !RunMounts.KeepsOut(script.Instruction, "/var/cache/zypp") && context.IsShipped(script))
        {
            context.Report(
                last.NameSpan,
                "the cache of zypper stays in the image: end with zypper clean, or use a cache mount",
                context.Get<LeftFiles>().AreUsedBehind(script, "/var/cache/zypp", "zypper", UsesCache) || script.Text.Text.Contains("download", StringComparison.Ordinal)
                    ? [] : CacheCleanup.AsRoot(script, "zypper clean --all", Applicability.Safe));
        }
    });

    private static bool UsesCache(ScriptUse script) => script.Named("zypper").Any(use => use.Has("--no-refresh") || use.Has("--keep-packages"));

    private static bool Cleans(ProgramUse use) => use.Removes("/var/cache/zypp") || (use.Name == "zypper" && Tools.Zypper.Read(use).Does("clean", "cc"));
}
