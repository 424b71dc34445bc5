using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class WorkdirInSystemFolder : Rule
{
    private static readonly string[] s_folders = ["/proc", "/sys", "/dev", "/boot", "/lost+found", "/initrd"];

    public override RuleInfo Info { get; } = new("DK6028", "workdir-in-system-folder", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Trivy("DS-0030"), RuleSource.Dockle("DKL-DI-0002")],
        Doc = new(
            "WORKDIR is a folder of the system.",
            """
            /proc, /sys and /dev are mounted anew when a step or the container runs, so what the build puts there is hidden; /boot and
            the like are for the machine, not for a program.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    WORKDIR /dev/app
                    """,
                    Good: """
                    FROM debian:12
                    WORKDIR /srv/app
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ENV BASE=/proc
                    WORKDIR $BASE
                    """,
                    Good: """
                    FROM debian:12
                    WORKDIR /development
                    """),
            ])
        {
            Remedy = """
                Choose a folder for programs, such as `/app`, `/srv/app` or `/opt/app`. If a step only reads there, name the path in its
                command instead.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step.Action is WorkdirInstruction workdir && WordExpander.Expand(workdir.Argument, step.Before.Variables.Lookup) is { } path
                && Array.Find(s_folders, folder => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal)) is { } folder
                    && !path.StartsWith("/dev/shm", StringComparison.Ordinal))
            {
                context.Report(workdir.Argument.Span, $"{folder} is a folder of the system, not a place for a program");
            }
        }
    });
}
