using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class UnpinnedDnfPackages : Rule
{
    public override RuleInfo Info { get; } = new("DL3041", "unpinned-dnf-packages", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "dnf install without versions.",
            """
            Without versions a rebuild installs whatever the repository has on that day. Groups, files, addresses and what only a
            variable knows are left alone. It is information, not a warning: distributions remove superseded versions from their
            archives, so that a version written down may be gone tomorrow.
            """,
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN dnf install -y curl
                    """,
                    Good: """
                    FROM fedora:42
                    RUN dnf install -y curl-8.11.1
                    """),
                new(
                    Bad: """
                    FROM fedora:42
                    RUN dnf install -y gcc-c++ @development
                    """,
                    Good: """
                    FROM fedora:42
                    RUN dnf install -y ./x.rpm https://example.com/x.rpm @development
                    """),
                new(
                    Bad: """
                    FROM fedora:42
                    RUN dnf module install -y nodejs
                    """,
                    Good: """
                    FROM fedora:42
                    RUN dnf module install -y nodejs:22
                    """),
            ])
        {
            Remedy = """
                Pin the packages whose version matters, as in `curl-8.11.1`, and give a module its stream, as in `nodejs:22`. If it is
                enough that the base image fixes the release, ignore the rule in the configuration.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Dnf, static (use, context) =>
    {
        if (!RpmOffences.IsYum(use))
        {
            RpmOffences.CheckPins(use, context);
        }
    });
}
