using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class SudoCommand : Rule
{
    public override RuleInfo Info { get; } = new("DL3004", "sudo-command", Category.Security, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0010"), RuleSource.Checkov("CKV2_DOCKER_1")],
        Doc = new(
            "sudo in a RUN.",
            """
            Build steps run as the USER in force; sudo adds a terminal-oriented, setuid program and unforeseeable signal handling.
            Switch with USER instead.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN sudo apt-get update
                    """,
                    Good: """
                    FROM debian:12
                    USER root
                    RUN apt-get update
                    """),
            ])
        {
            Remedy = """
                Delete the word `sudo`, with `USER root` above the step and `USER app` below it where another user is in force. To run
                one command as another user, use `gosu`.
                """,
        },
    };

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
