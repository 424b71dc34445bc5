using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's ExposeProtoCasing.</summary>
internal sealed class UppercaseProtocol : Rule
{
    public override RuleInfo Info { get; } = new("ExposeProtoCasing", "uppercase-protocol", Category.Style, Severity.Style)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "The protocol of an exposed port is not in lower case.",
            "The image holds it in lower case whatever is written, and tools that compare ports look for that.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    EXPOSE 53/UDP
                    """,
                    Good: """
                    FROM alpine:3.22
                    EXPOSE 53/udp
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    EXPOSE 53/udp
                    """),
            ])
        {
            Remedy = "Write `tcp`, `udp` or `sctp` in small letters, as in `EXPOSE 53/udp`.",
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var port in ExposedPort.All(context))
        {
            var protocol = port.Protocol;
            var wanted = protocol.ToLowerInvariant();
            if (protocol != wanted)
            {
                var span = port.IsVerbatim ? new TextSpan(port.Word.Span.End - protocol.Length, protocol.Length) : port.Word.Span;
                context.ReportAt(port.Step.Place.Span, span, $"protocol {protocol} of port {port.Text} is not in lower case",
                    port.IsVerbatim ? Fix.Of($"write {wanted}", Applicability.Safe, new TextEdit(span, wanted)) : []);
            }
        }
    });
}
