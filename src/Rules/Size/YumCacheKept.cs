using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class YumCacheKept : Rule
{
    public override RuleInfo Info { get; } = new("DL3032", "yum-cache-kept", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0015")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "The cache of yum stays in the image.",
            """
            Metadata and packages are useless in a finished image. Add yum clean all to the same RUN, or keep the cache in a cache
            mount. Stages whose layers are not shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN yum install -y curl-8.11.1
                    """,
                    Good: """
                    FROM fedora:42
                    RUN yum install -y curl-8.11.1 && yum clean all
                    """,
                    Fixed: """
                    FROM fedora:42
                    RUN yum install -y curl-8.11.1 && yum clean all
                    """),
                new(
                    Bad: """
                    FROM fedora:42
                    RUN yum clean all && yum install -y curl-8.11.1
                    """,
                    Good: """
                    FROM fedora:42
                    RUN --mount=type=cache,target=/var/cache yum install -y curl-8.11.1
                    """,
                    Fixed: """
                    FROM fedora:42
                    RUN yum clean all && yum install -y curl-8.11.1 && yum clean all
                    """),
            ])
        {
            Remedy = "End the `RUN` with `&& yum clean all`, or add `--mount=type=cache,target=/var/cache/yum`.",
        },
    };

    public override void Register(RuleHooks on) =>
        on.Invocation(RpmTools.Dnf, static (use, context) => RpmOffences.CheckCache(use, context, RpmOffences.FillsCacheOfYum));
}
