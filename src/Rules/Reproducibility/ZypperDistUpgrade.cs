using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ZypperDistUpgrade : Rule
{
    public override RuleInfo Info { get; } = new("DL3035", "zypper-dist-upgrade", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0024")],
        Doc = new(
            "zypper dup in a RUN.",
            "It moves the whole distribution to whatever the repositories have on that day. Take a newer base image instead.",
            [
                new(
                    Bad: """
                    FROM opensuse/leap:15.6
                    RUN zypper -n dup
                    """,
                    Good: """
                    FROM opensuse/leap:15.6
                    RUN zypper -n install curl=8.6.0
                    """),
            ])
        {
            Remedy = """
                Name a newer tag in `FROM`, and update single packages with `zypper -n update NAME`. On Tumbleweed, where `zypper dup`
                is the way to update, ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Zypper, ["dist-upgrade"], static (use, context) =>
    {
        if (use.Invocation.VerbWord is { } verb)
        {
            context.Report(use.Invocation.ToSource(verb), $"zypper {verb.Text} upgrades the whole distribution: take a newer base image");
        }
    });
}
