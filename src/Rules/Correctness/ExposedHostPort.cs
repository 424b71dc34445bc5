using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's ExposeInvalidFormat.</summary>
internal sealed class ExposedHostPort : Rule
{
    public override RuleInfo Info { get; } = new("ExposeInvalidFormat", "exposed-host-port", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "EXPOSE names an address or a port of the host.",
            """
            EXPOSE publishes nothing: the builder drops the part before the last colon. Ports of the host belong to docker run or a
            compose file.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    EXPOSE 8080:80
                    """,
                    Good: """
                    FROM alpine:3.22
                    EXPOSE 80
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    EXPOSE 80
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    EXPOSE 127.0.0.1:8080:80/tcp
                    """,
                    Good: """
                    FROM alpine:3.22
                    EXPOSE 80/tcp
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    EXPOSE 80/tcp
                    """),
            ])
        {
            Remedy = """
                Write the port of the container alone, as in `EXPOSE 80`. Choose the port of the host at the start, as in `docker run -p
                8080:80`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var port in ExposedPort.All(context).Where(port => port.HasHost))
        {
            var prefix = port.Prefix;
            context.ReportAt(port.Step.Place.Span, port.Word.Span, $"EXPOSE drops {prefix[..^1]} of {port.Text}: it does not publish ports",
                port.IsVerbatim
                    ? Fix.Of("keep the port of the container", Applicability.Safe,
                    new TextEdit(new TextSpan(port.Word.Span.Start, prefix.Length), "")) : []);
        }
    });
}
