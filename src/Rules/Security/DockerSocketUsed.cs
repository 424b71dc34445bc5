using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class DockerSocketUsed : Rule
{
    private const string Socket = "docker.sock";

    public override RuleInfo Info { get; } = new("DK2008", "docker-socket-used", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "The socket of the Docker daemon is a volume or a mount.",
            """
            Whoever can write to it is root on the host. As a VOLUME it also does nothing: only the one who starts the container can
            mount the host's socket.
            """,
            [
                new(
                    Bad: """
                    FROM docker:28
                    VOLUME /var/run/docker.sock
                    """,
                    Good: """
                    FROM docker:28
                    VOLUME /var/lib/docker
                    """),
                new(
                    Bad: """
                    FROM docker:28
                    RUN --mount=type=bind,source=docker.sock,target=/var/run/docker.sock docker ps
                    """,
                    Good: """
                    FROM docker:28
                    RUN --mount=type=ssh true
                    """),
            ])
        {
            Remedy = """
                Delete the `VOLUME` or the mount. If the program cannot do without the daemon, mount the socket with `docker run -v`,
                best behind a proxy that allows only the calls it needs.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Instruction<VolumeInstruction>(static (volume, context) =>
        {
            var words = volume.Json is { } json ? json.Items.Select(item => (item.Value, item.Span))
                : volume.Words.Select(word => (word.LiteralValue ?? "", word.Span));
            foreach (var (path, span) in words.Where(word => word.Item1.EndsWith("/" + Socket, StringComparison.Ordinal)))
            {
                context.Report(span, $"VOLUME {path} gives the container the Docker daemon");
            }
        });
        on.Instruction<RunInstruction>(static (run, context) =>
        {
            foreach (var flag in run.Flags.Where(flag =>
                flag.Name == "mount" && flag.Value?.Contains("/" + Socket, StringComparison.Ordinal) == true))
            {
                context.Report(flag.Span, "this mount gives the command the Docker daemon");
            }
        });
    }
}
