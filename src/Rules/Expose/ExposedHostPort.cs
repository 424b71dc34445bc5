using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's ExposeInvalidFormat.</summary>
public sealed class ExposedHostPort : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("ExposeInvalidFormat", "exposed-host-port", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("EXPOSE names an address or a port of the host.",
            "EXPOSE publishes nothing: the builder drops the part before the last colon. Ports of the host belong to docker run or a compose file.",
            [new("FROM alpine:3.22\nEXPOSE 8080:80\n", "FROM alpine:3.22\nEXPOSE 80\n", "FROM alpine:3.22\nEXPOSE 80\n"),
             new("FROM alpine:3.22\nEXPOSE 127.0.0.1:8080:80/tcp\n", "FROM alpine:3.22\nEXPOSE 80/tcp\n", "FROM alpine:3.22\nEXPOSE 80/tcp\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var port in ExposedPort.All(context).Where(port => port.HasHost))
        {
            var prefix = port.Prefix;
            context.ReportAt(port.Step.Place.Span, port.Word.Span, $"EXPOSE drops {prefix[..^1]} of {port.Text}: it does not publish ports",
                port.IsVerbatim ? Fix.Of("keep the port of the container", Applicability.Safe, new TextEdit(new TextSpan(port.Word.Span.Start, prefix.Length), "")) : []);
        }
    });
}
