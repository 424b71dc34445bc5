using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DK6005.</summary>
public sealed class UnusedAccount : Rule
{
    private static readonly string[] s_others =
        ["gosu", "su-exec", "setpriv", "runuser", "s6-", "supervisord", "sshd", "su ", "sudo", "chpst", "entrypoint", ".sh", "init", "tini", "start", "run"];

    private static readonly string[] s_packages = ["openssh-server", "supervisor", "sudo"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6005", "unused-account", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("An account is created, and the image runs as root all the same.",
            "Creating an account changes nothing until USER names it. Accounts of services (system accounts) and images that start with a script, which may change the user itself, are not looked at.",
            [new("FROM debian:12\nRUN useradd -m app\nCMD [\"/app\"]\n", "FROM debian:12\nRUN useradd -m app\nUSER app\nCMD [\"/app\"]\n"),
             new("FROM alpine:3.22 AS base\nRUN adduser -D app\nFROM base\nENTRYPOINT [\"/app\"]\n", "FROM alpine:3.22\nRUN adduser -S daemon\nCMD [\"/docker-entrypoint.sh\"]\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>())
        {
            var starts = stage.Chain.SelectMany(below => below.Steps).Select(step => step.Instruction).Where(instruction => instruction is CmdInstruction or EntrypointInstruction).ToList();
            if (starts.Count == 0 || stage.FinalState.HasUser || stage.Chain.Any(below => below.IsIncomplete)
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
