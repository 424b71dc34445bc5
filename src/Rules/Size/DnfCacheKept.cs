using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class DnfCacheKept : Rule
{
    public override RuleInfo Info { get; } = new("DL3040", "dnf-cache-kept", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0019"), RuleSource.Trivy("DS-0027")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "The cache of dnf stays in the image.",
            """
            Metadata and packages are useless in a finished image. Add dnf clean all to the same RUN, or keep the cache in a cache
            mount. Stages whose layers are not shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN dnf install -y curl-8.11.1
                    """,
                    Good: """
                    FROM fedora:42
                    RUN dnf install -y curl-8.11.1 && dnf clean all
                    """,
                    Fixed: """
                    FROM fedora:42
                    RUN dnf install -y curl-8.11.1 && dnf clean all
                    """),
                new(
                    Bad: """
                    FROM fedora:42
                    RUN dnf clean all && dnf install -y curl-8.11.1
                    """,
                    Good: """
                    FROM fedora:42
                    RUN --mount=type=cache,target=/var/cache dnf install -y curl-8.11.1
                    """,
                    Fixed: """
                    FROM fedora:42
                    RUN dnf clean all && dnf install -y curl-8.11.1 && dnf clean all
                    """),
            ])
        {
            Remedy = """
                End the `RUN` with `&& dnf clean all`, or add `--mount=type=cache,target=/var/cache/dnf`; from dnf 5 on the folder is
                `/var/cache/libdnf5`.
                """,
        },
    };

    public override void Register(RuleHooks on) =>
        on.Invocation(RpmTools.Dnf, static (use, context) => RpmOffences.CheckCache(use, context, RpmOffences.FillsCacheOfDnf));
}
