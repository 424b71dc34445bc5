using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3032.</summary>
public sealed class YumCacheKept : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3032", "yum-cache-kept", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0015")],
        Fix = FixAvailability.Sometimes,
        Doc = new("The cache of yum stays in the image.",
            "Metadata and packages are useless in a finished image. Add yum clean all to the same RUN, or keep the cache in a cache mount. Stages whose layers are not shipped are not looked at.",
            [new("FROM fedora:42\nRUN yum install -y curl-8.11.1\n", "FROM fedora:42\nRUN yum install -y curl-8.11.1 && yum clean all\n", "FROM fedora:42\nRUN yum install -y curl-8.11.1 && yum clean all\n"),
             new("FROM fedora:42\nRUN yum clean all && yum install -y curl-8.11.1\n", "FROM fedora:42\nRUN --mount=type=cache,target=/var/cache yum install -y curl-8.11.1\n", "FROM fedora:42\nRUN yum clean all && yum install -y curl-8.11.1 && yum clean all\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) =>
        on.Invocation(RpmTools.Dnf, static (use, context) => RpmOffences.CheckCache(use, context, RpmOffences.FillsCacheOfYum));
}
