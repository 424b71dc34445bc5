using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ZypperInteractive : Rule
{
    public override RuleInfo Info { get; } = new("DL3034", "zypper-interactive", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "zypper asks a question that nobody answers.",
            "A build has no terminal: without -n or -y zypper gives up at its first question.",
            [
                new(
                    Bad: """
                    FROM opensuse/leap:15.6
                    RUN zypper install curl=8.6.0
                    """,
                    Good: """
                    FROM opensuse/leap:15.6
                    RUN zypper -n install curl=8.6.0 && zypper in -y git=2.43.0
                    """,
                    Fixed: """
                    FROM opensuse/leap:15.6
                    RUN zypper -n install curl=8.6.0
                    """),
            ])
        {
            Remedy = """
                Write `zypper -n install` or `zypper install -y`. If packages ask for their licence, add `--auto-agree-with-licenses`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(RpmTools.Zypper, static (use, context) =>
    {
        if (Questions.AreAsked(use, context) && !use.Invocation.Has("--non-interactive-include-reboot-patches"))
        {
            context.Report(
                use.Invocation.NameSpan,
                $"{Questions.Told(use.Invocation)} without -n asks, and nobody answers in a build",
                ScriptEdits.AddWord(use, use.Invocation.NameWord, "-n", context.Get<ForgivenFailures>().ApplicabilityOfAnswer(use)));
        }
    });
}
