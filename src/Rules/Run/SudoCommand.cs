using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3004.</summary>
public sealed class SudoCommand : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3004", "sudo-command", Category.Security, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0010"), RuleSource.Checkov("CKV2_DOCKER_1")],
        Doc = new("sudo in a RUN.",
            "Build steps run as the USER in force; sudo adds a terminal-oriented, setuid program and unforeseeable signal handling. Switch with USER instead.",
            [new("FROM debian:12\nRUN sudo apt-get update\n", "FROM debian:12\nUSER root\nRUN apt-get update\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Invocation(static (use, context) =>
    {
        if (use.Invocation.Tool == WrapperTools.Sudo)
        {
            Report(use.Invocation, context);
        }

        foreach (var wrapper in use.Invocation.Wrappers)
        {
            if (wrapper.Tool == WrapperTools.Sudo)
            {
                Report(wrapper, context);
            }
        }
    });

    private static void Report(Invocation sudo, RuleContext context) =>
        context.Report(sudo.NameSpan, "sudo in a build step: switch to the user with USER instead");
}
