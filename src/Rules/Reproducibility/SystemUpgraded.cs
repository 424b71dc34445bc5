using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class SystemUpgraded : Rule
{
    public override RuleInfo Info { get; } = new("DK5006", "system-upgraded", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0024"), RuleSource.Dockle("DKL-DI-0003")],
        Doc = new(
            "All packages of the base image are upgraded.",
            """
            What the image holds then depends on the day its layer was built, and the old files stay in the layers below. A newer base
            image has the same updates. Off by default: some want the updates before the base image has them.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get update && apt-get upgrade -y
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y curl
                    """),
                new(
                    Bad: """
                    FROM fedora:42
                    RUN dnf -y update
                    """,
                    Good: """
                    FROM fedora:42
                    RUN dnf -y update curl
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk upgrade --no-cache
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN apk upgrade openssl
                    """),
            ])
        {
            Remedy = """
                Remove the upgrade, name a newer tag in `FROM`, and rebuild regularly with `docker build --pull`. If one fix cannot
                wait, upgrade that package alone, as in `apk upgrade openssl`. Where a policy asks for all updates, ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(EffectKind.Updates, static (use, context) =>
    {
        if (use.Invocation.Find(EffectKind.Updates) is { Spec.Packages: PackageKind.System })
        {
            context.Report(use.Invocation.Span, $"{use.Invocation.Name} upgrades the whole system");
        }
    });
}
