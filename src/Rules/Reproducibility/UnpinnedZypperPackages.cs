using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnpinnedZypperPackages : Rule
{
    public override RuleInfo Info { get; } = new("DL3037", "unpinned-zypper-packages", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "zypper install without versions.",
            """
            Without versions a rebuild installs whatever the repository has on that day. Patterns, files, addresses and what only a
            variable knows are left alone. It is information, not a warning: distributions remove superseded versions from their
            archives, so that a version written down may be gone tomorrow.
            """,
            [
                new(
                    Bad: """
                    FROM opensuse/leap:15.6
                    RUN zypper -n install curl
                    """,
                    Good: """
                    FROM opensuse/leap:15.6
                    RUN zypper -n install -r main curl=8.6.0 ./x.rpm
                    """),
            ])
        {
            Remedy = """
                Pin the packages whose version matters, as in `curl=8.6.0`. If it is enough that the base image fixes the release,
                ignore the rule in the configuration.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Zypper, ["install"], static (use, context) =>
    {
        if (use.Invocation.Option("--type") is not { } type || type.KnownValue == "package")
        {
            PackagePins.Report(context, use, PackageKind.System, IsPinned, "package=version");
        }
    });

    // A version, a path or address, a pattern or another kind of thing, or a removal.
    private static bool IsPinned(PackageRequest package) => package.Origin != PackageOrigin.Registry || package.Version is not null
        || package.Name.AsSpan().IndexOfAny("/:") >= 0 || package.Name is ['-' or '!', ..];
}
