using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class UnusedAccount : Rule
{
    private static readonly string[] s_others =
        ["gosu", "su-exec", "setpriv", "runuser", "s6-", "supervisord", "sshd", "su ", "sudo", "chpst", "entrypoint", ".sh", "init", "tini",
            "start", "run"];

    private static readonly string[] s_packages = ["openssh-server", "supervisor", "sudo"];

    public override RuleInfo Info { get; } = new("DK6005", "unused-account", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Doc = new(
            "An account is created, and the image runs as root all the same.",
            """
            Creating an account changes nothing until USER names it. Accounts of services (system accounts), and images that start with
            a script or a daemon, which may change the user themselves, are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN useradd -m app
                    CMD ["/app"]
                    """,
                    Good: """
                    FROM debian:12
                    RUN useradd -m app
                    USER app
                    CMD ["/app"]
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22 AS base
                    RUN adduser -D app
                    FROM base
                    ENTRYPOINT ["/app"]
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN adduser -S daemon
                    CMD ["/docker-entrypoint.sh"]
                    """),
            ])
        {
            Remedy = """
                Add `USER app` below the last step that needs root. If the account only serves a program that switches by itself, create
                it as a system account with `useradd --system`. Otherwise delete it.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>())
        {
            var starts = stage.Chain.SelectMany(below => below.Steps).Select(step => step.Instruction)
                .Where(instruction => instruction is CmdInstruction or EntrypointInstruction).ToList();
            if (starts.Count == 0 || stage.FinalState.HasUser || stage.Chain.Any(below => below.IsIncomplete)
                || context.Get<StartUsers>().MayChange(stage)
                || starts.Exists(start => Array.Exists(s_others, start.LogicalLine.Text.Contains)))
            {
                continue;
            }

            var inStage = stage.Chain.SelectMany(context.Model.InvocationsOf).ToList();
            if (inStage.Exists(use => InstallsSwitcher(use.Invocation)))
            {
                continue;
            }

            foreach (var use in inStage.Where(use => Accounts.IsCreated(use.Invocation)))
            {
                context.Report(use.Invocation.NameSpan, "this account is never used: no USER names it, and the image runs as root");
            }
        }
    });

    // What comes with it may start programs as the user.
    private static bool InstallsSwitcher(Invocation command)
    {
        foreach (var word in command.Arguments)
        {
            if (s_packages.Contains(word.Text) || WrapperTools.UserSwitchers.Contains(word.Text))
            {
                return true;
            }
        }

        return false;
    }
}
