using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK5006.</summary>
public sealed class SystemUpgraded : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK5006", "system-upgraded", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0024"), RuleSource.Dockle("DKL-DI-0003")],
        Doc = new("All packages of the base image are upgraded.",
            "What the image holds then depends on the day its layer was built, and the old files stay in the layers below. A newer base image has the same updates. Off by default: some want the updates before the base image has them.",
            [new("FROM debian:12\nRUN apt-get update && apt-get upgrade -y\n", "FROM debian:12\nRUN apt-get update && apt-get install -y curl\n"),
             new("FROM fedora:42\nRUN dnf -y update\n", "FROM fedora:42\nRUN dnf -y update curl\n"),
             new("FROM alpine:3.22\nRUN apk upgrade --no-cache\n", "FROM alpine:3.22\nRUN apk upgrade openssl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Invocation(EffectKind.Updates, static (use, context) =>
    {
        if (use.Invocation.Find(EffectKind.Updates) is { Spec.Packages: PackageKind.System })
        {
            context.Report(use.Invocation.Span, $"{use.Invocation.Name} upgrades the whole system");
        }
    });
}
