using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class YumWithoutYes : Rule
{
    public override RuleInfo Info { get; } = new("DL3030", "yum-without-yes", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "yum asks a question that nobody answers.",
            "A build has no terminal: without -y yum gives up at its first question.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN yum install curl
                    """,
                    Good: """
                    FROM fedora:42
                    RUN yum --setopt=assumeyes=1 install curl
                    """,
                    Fixed: """
                    FROM fedora:42
                    RUN yum install -y curl
                    """),
                new(
                    Bad: """
                    FROM fedora:42
                    RUN yum -q update
                    """,
                    Good: """
                    FROM fedora:42
                    RUN yes | yum update
                    """,
                    Fixed: """
                    FROM fedora:42
                    RUN yum -q update -y
                    """),
            ])
        {
            Remedy = "Add `-y`, as in `yum install -y curl`, or set `assumeyes=1` in `/etc/yum.conf`.",
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Dnf, static (use, context) =>
    {
        if (RpmOffences.IsYum(use))
        {
            RpmOffences.CheckYes(use, context);
        }
    });
}
