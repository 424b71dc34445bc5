using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class UnpinnedAptPackages : Rule
{
    public override RuleInfo Info { get; } = new("DL3008", "unpinned-apt-packages", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "apt-get install without versions.",
            """
            Without versions a rebuild installs whatever the archive has on that day. Variables with known values are looked into,
            others are left alone, and nothing is reported where the packages come from a snapshot of the archive. It is information,
            not a warning: distributions remove superseded versions from their archives, so that a version written down may be gone
            tomorrow.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get install -y curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get install -y curl=7.88.1-10+deb12u12
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ENV P="curl git"
                    RUN apt-get install -y $P
                    """,
                    Good: """
                    FROM debian:12
                    ENV P="curl=7.88.1-10"
                    RUN apt-get install -y $P
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN sudo /usr/bin/apt-get install -y curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN v=7.88.1-10; apt-get install -y curl=$v
                    """),
            ])
        {
            Remedy = """
                Pin the packages whose version matters, as in `curl=7.88.*`, or install all of them from `snapshot.debian.org`. If it is
                enough that the base image fixes the release, ignore the rule in the configuration.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(AptTools.Apt, ["install"], static (use, context) =>
    {
        if (!IsSnapshot(use, context))
        {
            PackagePins.Report(context, use, PackageKind.System, IsPinned, "package=version");
        }
    });

    // A version or release (package/suite), a local file, a task, or a removal (package-).
    private static bool IsPinned(PackageRequest package) => package.Origin != PackageOrigin.Registry || package.Version is not null
        || package.Name.EndsWith('-');

    private static bool IsSnapshot(InvocationUse use, RuleContext context) =>
        context.IsMentioned(use, "snapshot.debian.org") || context.IsMentioned(use, "snapshot.ubuntu.com");
}
