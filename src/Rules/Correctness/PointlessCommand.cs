using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class PointlessCommand : Rule
{
    public override RuleInfo Info { get; } = new("DL3001", "pointless-command", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A command that does nothing useful while an image is built.",
            """
            Processes do not live on between build steps, and nobody sits at a terminal: these commands change no file of the image. A
            service that later commands of the same RUN talk to is not reported, nor is ssh with an ssh mount.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN top -b -n 1
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN apk add --no-cache procps
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN ssh host ls
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN --mount=type=ssh ssh host ls
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN service nginx start
                    """,
                    Good: """
                    FROM debian:12
                    RUN service postgresql start && su postgres -c 'createdb app'
                    """),
            ])
        {
            Remedy = """
                Delete the command. Start a service with `CMD`, and look into a running container with `docker exec` or `docker top`. If
                a later command of the step needs the service, join both in one `RUN`; for `ssh`, add `--mount=type=ssh`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(static (use, context) =>
    {
        if (use.Invocation.Name is "free" or "kill" or "mount" or "ps" or "service" or "shutdown" or "ssh" or "top" or "vim"
            && !IsMeant(use, context))
        {
            context.Report(use.Invocation.NameSpan, $"{use.Invocation.Name} makes no sense in a build step");
        }
    });

    private static bool IsMeant(InvocationUse use, RuleContext context) => use.Invocation.Name switch
    {
        "ssh" => use.Instruction.Flags.Any(flag =>
            flag.Name == "mount" && flag.Value?.Contains("type=ssh", StringComparison.Ordinal) == true)
            || use.Invocation.Has("-V", "-Q"),
        "mount" => use.Instruction.Flag("security")?.Value == "insecure",
        "service" => context.IsFollowedBy(use, static _ => true),
        // What the script itself put into the background may have to be seen and stopped.
        "kill" or "ps" => context.Get<ScriptTrees>().Any(use.Invocation, IsBackground) || !context.IsFirst(use, StartsSomething),
        // Told by options what to do, an editor needs no terminal.
        "vim" => use.Invocation.IsOpen || IsScripted(use.Invocation),
        _ => false,
    };

    private static bool IsBackground(ShellNode node) => node is ShellListItem { Separator: ShellSeparator.Background };

    private static bool StartsSomething(InvocationUse use)
    {
        foreach (var word in use.Invocation.Arguments)
        {
            if (word.Text is "start" or "--daemon" or "-D")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsScripted(Invocation command)
    {
        foreach (var word in command.Arguments)
        {
            if (word.Text is ['+', ..] or "-c" or "-es" or "-e" or "-s" or "-Es")
            {
                return true;
            }
        }

        return false;
    }
}
