using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnpinnedApkPackages : Rule
{
    public override RuleInfo Info { get; } = new("DL3018", "unpinned-apk-packages", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "apk add without versions.",
            """
            Without versions a rebuild installs whatever the repository has on that day. Variables with known values are looked into,
            others are left alone. It is information, not a warning: distributions remove superseded versions from their archives, so
            that a version written down may be gone tomorrow.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl~8.14
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENV P=bash
                    RUN apk add $P
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG P="bash=5.0.0-r0"
                    RUN apk add --no-cache --root /x $P
                    """),
            ])
        {
            Remedy = """
                Pin the packages whose version matters, as in `curl~8.14`, which allows fixes of that release. If it is enough that the
                tag of the base image fixes the Alpine release, ignore the rule in the configuration.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(AlpineTools.Apk, ["add"], static (use, context) =>
        PackagePins.Report(context, use, PackageKind.System, IsPinned, "package=version"));

    // A version, a file, a conflict, or the name of a virtual package.
    private static bool IsPinned(PackageRequest package) => package.Origin != PackageOrigin.Registry || package.Version is not null
        || package.Name.Contains('/', StringComparison.Ordinal) || package.Name is ['!' or '.', ..];
}
