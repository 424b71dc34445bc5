using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3030.</summary>
public sealed class YumWithoutYes : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3030", "yum-without-yes", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("yum asks a question that nobody answers.",
            "A build has no terminal: without -y yum gives up at its first question.",
            [new("FROM fedora:42\nRUN yum install curl\n", "FROM fedora:42\nRUN yum --setopt=assumeyes=1 install curl\n", "FROM fedora:42\nRUN yum install -y curl\n"),
             new("FROM fedora:42\nRUN yum -q update\n", "FROM fedora:42\nRUN yes | yum update\n", "FROM fedora:42\nRUN yum -q update -y\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Dnf, static (use, context) =>
    {
        if (RpmOffences.IsYum(use))
        {
            RpmOffences.CheckYes(use, context);
        }
    });
}
