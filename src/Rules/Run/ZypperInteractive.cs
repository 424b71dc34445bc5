using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3034.</summary>
public sealed class ZypperInteractive : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3034", "zypper-interactive", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("zypper asks a question that nobody answers.",
            "A build has no terminal: without -n or -y zypper gives up at its first question.",
            [new("FROM opensuse/leap:15.6\nRUN zypper install curl=8.6.0\n", "FROM opensuse/leap:15.6\nRUN zypper -n install curl=8.6.0 && zypper in -y git=2.43.0\n", "FROM opensuse/leap:15.6\nRUN zypper -n install curl=8.6.0\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("zypper"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Zypper.Read(use);
        if (arguments.Does("install", "in", "remove", "rm", "source-install", "si", "patch", "update", "up", "dist-upgrade", "dup")
            && !use.HasUnknown && !arguments.Has("non-interactive", "n", "no-confirm", "y", "non-interactive-include-reboot-patches", "h", "help")
            && !context.IsFedBy(use, "yes"))
        {
            context.Report(
                use.NameSpan,
                $"zypper {arguments.Action} without -n waits for an answer",
                ScriptEdits.InsertBehind(use, use.NameWord, " -n", "add -n", context.Get<ForgivenFailures>().ApplicabilityOfAnswer(use)));
        }
    }
}
