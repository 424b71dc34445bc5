using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3035.</summary>
public sealed class ZypperDistUpgrade : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3035", "zypper-dist-upgrade", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0024")],
        Doc = new("zypper dup in a RUN.",
            "It moves the whole distribution to whatever the repositories have on that day. Take a newer base image instead.",
            [new("FROM opensuse/leap:15.6\nRUN zypper -n dup\n", "FROM opensuse/leap:15.6\nRUN zypper -n install curl=8.6.0\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Zypper, ["dist-upgrade"], static (use, context) =>
    {
        if (use.Invocation.VerbWord is { } verb)
        {
            context.Report(use.Invocation.ToSource(verb), $"zypper {verb.Text} upgrades the whole distribution: take a newer base image");
        }
    });
}
