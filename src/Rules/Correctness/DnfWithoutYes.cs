using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class DnfWithoutYes : Rule
{
    public override RuleInfo Info { get; } = new("DL3038", "dnf-without-yes", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "dnf asks a question that nobody answers.",
            "A build has no terminal: without -y dnf gives up at its first question.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN dnf install curl
                    """,
                    Good: """
                    FROM fedora:42
                    RUN dnf --setopt=assumeyes=1 install curl
                    """,
                    Fixed: """
                    FROM fedora:42
                    RUN dnf install -y curl
                    """),
                new(
                    Bad: """
                    FROM fedora:42
                    RUN dnf -q update
                    """,
                    Good: """
                    FROM fedora:42
                    RUN yes | dnf update
                    """,
                    Fixed: """
                    FROM fedora:42
                    RUN dnf -q update -y
                    """),
            ])
        {
            Remedy = "Add `-y`, as in `dnf install -y curl`, or set `assumeyes=1` in `/etc/dnf/dnf.conf`.",
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Dnf, static (use, context) =>
    {
        if (!RpmOffences.IsYum(use))
        {
            // Up to version 3 microdnf always assumes yes; the one that came with dnf5 asks. Nobody sees which of them it is.
            RpmOffences.CheckYes(use, use.Invocation.Name == "microdnf" ? context.As(Confidence.Hint) : context);
        }
    });
}
