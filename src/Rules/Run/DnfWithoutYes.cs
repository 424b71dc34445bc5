using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3038.</summary>
public sealed class DnfWithoutYes : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3038", "dnf-without-yes", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("dnf asks a question that nobody answers.",
            "A build has no terminal: without -y dnf gives up at its first question.",
            [new("FROM fedora:42\nRUN dnf install curl\n", "FROM fedora:42\nRUN dnf --setopt=assumeyes=1 install curl\n", "FROM fedora:42\nRUN dnf install -y curl\n"),
             new("FROM fedora:42\nRUN dnf -q update\n", "FROM fedora:42\nRUN yes | dnf update\n", "FROM fedora:42\nRUN dnf -q update -y\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Dnf, static (use, context) =>
    {
        // microdnf does not ask in the images that have it.
        if (!RpmOffences.IsYum(use) && use.Invocation.Name != "microdnf")
        {
            RpmOffences.CheckYes(use, context);
        }
    });
}
