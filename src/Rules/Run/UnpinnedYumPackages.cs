using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3033.</summary>
public sealed class UnpinnedYumPackages : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3033", "unpinned-yum-packages", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("yum install without versions.",
            "Without versions a rebuild installs whatever the repository has on that day. Groups, files, addresses and what only a variable knows are left alone. It is information, not a warning: distributions remove superseded versions from their archives, so that a version written down may be gone tomorrow.",
            [new("FROM fedora:42\nRUN yum install -y curl\n", "FROM fedora:42\nRUN yum install -y curl-8.11.1\n"),
             new("FROM fedora:42\nRUN yum install -y gcc-c++ @development\n", "FROM fedora:42\nRUN yum install -y ./x.rpm https://example.com/x.rpm @development\n"),
             new("FROM fedora:42\nRUN yum module install -y nodejs\n", "FROM fedora:42\nRUN yum module install -y nodejs:22\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Dnf, static (use, context) =>
    {
        if (RpmOffences.IsYum(use))
        {
            RpmOffences.CheckPins(use, context);
        }
    });
}
