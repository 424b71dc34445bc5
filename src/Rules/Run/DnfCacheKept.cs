using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3040.</summary>
public sealed class DnfCacheKept : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3040", "dnf-cache-kept", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0019"), RuleSource.Trivy("DS-0027")],
        Fix = FixAvailability.Sometimes,
        Doc = new("The cache of dnf stays in the image.",
            "Metadata and packages are useless in a finished image. Add dnf clean all to the same RUN, or keep the cache in a cache mount. Stages whose layers are not shipped are not looked at.",
            [new("FROM fedora:42\nRUN dnf install -y curl-8.11.1\n", "FROM fedora:42\nRUN dnf install -y curl-8.11.1 && dnf clean all\n", "FROM fedora:42\nRUN dnf install -y curl-8.11.1 && dnf clean all\n"),
             new("FROM fedora:42\nRUN dnf clean all && dnf install -y curl-8.11.1\n", "FROM fedora:42\nRUN --mount=type=cache,target=/var/cache dnf install -y curl-8.11.1\n", "FROM fedora:42\nRUN dnf clean all && dnf install -y curl-8.11.1 && dnf clean all\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) =>
        on.Invocation(RpmTools.Dnf, static (use, context) => RpmOffences.CheckCache(use, context, RpmOffences.FillsCacheOfDnf));
}
