using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class SshPortExposed : Rule
{
    public override RuleInfo Info { get; } = new("DK2007", "ssh-port-exposed", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Trivy("DS-0004"), RuleSource.Checkov("CKV_DOCKER_1")],
        Doc = new(
            "EXPOSE offers the port of ssh.",
            """
            A container is entered with docker exec; an ssh server in it is one more program to keep current and one more set of keys to
            guard.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    EXPOSE 80 22
                    """,
                    Good: """
                    FROM debian:12
                    EXPOSE 80 2222
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    EXPOSE 20-25/tcp
                    """,
                    Good: """
                    FROM debian:12
                    EXPOSE 22/udp
                    """),
            ])
        {
            Remedy = """
                Take the port out of `EXPOSE`, and the ssh server out of the image. If serving ssh is the purpose of the image, as for a
                git server, let it listen on an unprivileged port and expose that, such as `EXPOSE 2222`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps.Where(step => step.Action is ExposeInstruction))
        {
            foreach (var word in ((ExposeInstruction)step.Action).Words)
            {
                if (WordExpander.Expand(word, step.Before.Variables.Lookup) is { } port && IsSsh(port))
                {
                    context.Report(word.Span, $"EXPOSE {port} announces an ssh server: use docker exec to get into a container");
                }
            }
        }
    });

    private static bool IsSsh(string port)
    {
        var parts = port.Split('/');
        var ends = parts[0].Split('-');
        return (parts.Length == 1 || parts[1].Equals("tcp", StringComparison.OrdinalIgnoreCase))
            && int.TryParse(ends[0], out var first) && int.TryParse(ends[^1], out var last) && first <= 22 && last >= 22;
    }
}
