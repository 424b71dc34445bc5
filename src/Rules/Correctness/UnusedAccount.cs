using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DK6005.</summary>
public sealed class UnusedAccount : Rule
{
    private static readonly string[] s_others =
        ["gosu", "su-exec", "setpriv", "runuser", "s6-", "supervisord", "sshd", "su ", "sudo", "chpst", "entrypoint", ".sh", "init", "tini", "start", "run"];

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

            var lines = context.Get<CommandLines>();
            var inStage = stage.Chain.SelectMany(lines.Of).ToList();
            if (inStage.Exists(line => line.Arguments.Any(word => word is "gosu" or "su-exec" or "openssh-server" or "supervisor" or "sudo")))
            {
                continue;
            }

            foreach (var line in inStage.Where(Accounts.IsCreated))
            {
                context.Report(line.NameSpan, "this account is never used: no USER names it, and the image runs as root");
            }
        }
    });
}
